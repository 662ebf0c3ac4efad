// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: the server takes no more of a client than its limits say, in bytes and in time, answers on in every case, and
// stops without losing a reply that is being sent.
#include "query/front/serve/server.h"

#include <gtest/gtest.h>

#include <atomic>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "common/base/error.h"
#include "tests/http_client.h"

namespace timbao {
namespace {

using namespace std::chrono_literals;
using test::HttpClient;
using test::HttpReply;

/// A server whose jobs are done by threads of the test.
class ServerTest : public ::testing::Test {
 protected:
  ~ServerTest() override { stop(); }

  void serve(const ServerLimits& limits) {
    const Site site{[this](const HttpRequest& request) { return plan(request); },
                    [this](const Job& job, const std::shared_ptr<ReplyPipe>& pipe) {
                      threads_.emplace_back([job, pipe] {
                        try {
                          job.run({}, *pipe);
                        } catch (const BrokenPipe&) {
                        }
                      });
                    }};
    server_ = std::make_unique<HttpServer>(ServeAddress{"127.0.0.1", 0}, site, limits);
    thread_ = std::thread([this] { server_->run(); });
  }

  void stop() {
    if (!thread_.joinable()) return;
    server_->stop();
    thread_.join();
    for (std::thread& thread : threads_) thread.join();
  }

  [[nodiscard]] std::uint16_t port() const { return server_->address().port; }

  static ServerLimits quick() {
    ServerLimits limits;
    limits.reading = limits.idle = limits.writing = 200ms;
    limits.stopping = 2'000ms;
    return limits;
  }

  std::atomic<int> pieces_ = 0;
  static constexpr int kPieces = 4000;

 private:
  std::variant<Reply, Job> plan(const HttpRequest& request) {
    if (request.target == "/stream")
      return Job{Lane::exports, [this](const Archive&, ReplyPipe& pipe) { stream(pipe); }};
    if (request.target == "/fails")
      return Job{Lane::exports, [](const Archive&, ReplyPipe& pipe) {
                   pipe.begin({});
                   pipe.write("half");
                   pipe.fail();
                 }};
    if (request.target == "/slow")
      return Job{Lane::queries, [](const Archive&, ReplyPipe& pipe) {
                   std::this_thread::sleep_for(300ms);
                   pipe.send({200, "text/plain", {}, "slow"});
                 }};
    return Reply{200, "text/plain", {}, request.target};
  }

  void stream(ReplyPipe& pipe) {
    pipe.begin({});
    for (int i = 0; i < kPieces; ++i) {
      pipe.write(std::string(kPieceBytes, 'a'));
      ++pieces_;
    }
    pipe.end();
  }

  std::unique_ptr<HttpServer> server_;
  std::thread thread_;
  std::vector<std::thread> threads_;
};

TEST_F(ServerTest, AnswersRequestsOneBehindTheOtherOnOneConnection) {
  serve({});
  HttpClient client(port());
  for (const std::string target : {"/a", "/b", "/c"}) {
    client.get(target);
    EXPECT_EQ(client.read_reply().body, target);
  }
}

TEST_F(ServerTest, AnswersRequestsInTheirOrderThatWereSentTogether) {
  serve({});
  HttpClient client(port());
  client.get("/slow");
  for (int i = 0; i < 50; ++i) client.get("/" + std::to_string(i));
  EXPECT_EQ(client.read_reply().body, "slow");
  for (int i = 0; i < 50; ++i) EXPECT_EQ(client.read_reply().body, "/" + std::to_string(i));
}

TEST_F(ServerTest, GivesHeadTheHeadAlone) {
  serve({});
  HttpClient client(port());
  client.get("/abc", "", "HEAD");
  const HttpReply head = client.read_reply(true);
  EXPECT_EQ(head.status, 200);
  EXPECT_EQ(head.headers.at("content-length"), "4");
  client.get("/next");
  EXPECT_EQ(client.read_reply().body, "/next");
}

TEST_F(ServerTest, SendsAStreamWhole) {
  serve({});
  const HttpReply reply = test::get(port(), "/stream");
  EXPECT_TRUE(reply.is_whole);
  EXPECT_EQ(reply.body.size(), kPieces * kPieceBytes);
}

TEST_F(ServerTest, CutsAStreamThatFailedSoThatTheClientNotices) {
  serve({});
  const HttpReply reply = test::get(port(), "/fails");
  EXPECT_EQ(reply.status, 200);
  EXPECT_FALSE(reply.is_whole);
}

TEST_F(ServerTest, StopsMakingAStreamThatNobodyReads) {
  serve(quick());
  HttpClient client(port());
  client.get("/stream");
  EXPECT_TRUE(test::get(port(), "/other").is_whole) << "others are answered meanwhile";
  std::this_thread::sleep_for(600ms);
  const int made = pieces_;
  std::this_thread::sleep_for(100ms);
  EXPECT_EQ(pieces_, made);
  EXPECT_LT(made, kPieces);
}

TEST_F(ServerTest, ClosesAConnectionThatSendsItsRequestTooSlowly) {
  serve(quick());
  HttpClient silent(port()), slow(port());
  const auto began = std::chrono::steady_clock::now();
  bool is_closed = false;
  for (int i = 0; i < 100 && !is_closed; ++i) {  // a byte at a time keeps no deadline away
    slow.send(i == 0 ? "GET / HTTP/1.1\r\nX: " : "a");
    is_closed = slow.is_closed_within(20ms);
  }
  EXPECT_TRUE(is_closed);
  EXPECT_TRUE(silent.is_closed_within(5s));
  EXPECT_LT(std::chrono::steady_clock::now() - began, 5s);
}

TEST_F(ServerTest, ClosesAConnectionThatAsksForNothingMore) {
  serve(quick());
  HttpClient client(port());
  client.get("/a");
  EXPECT_EQ(client.read_reply().status, 200);
  EXPECT_TRUE(client.is_closed_within(5s));
}

TEST_F(ServerTest, AnswersOthersWhileManyConnectionsAreSlow) {
  ServerLimits limits;
  limits.connections = 100;
  serve(limits);
  std::vector<std::unique_ptr<HttpClient>> slow;
  for (int i = 0; i < 80; ++i) {
    slow.push_back(std::make_unique<HttpClient>(port()));
    slow.back()->send("GET / HT");
  }
  EXPECT_EQ(test::get(port(), "/a").body, "/a");
}

TEST_F(ServerTest, RefusesMoreConnectionsThanItsLimit) {
  ServerLimits limits;
  limits.connections = 3;
  serve(limits);
  std::vector<std::unique_ptr<HttpClient>> open;
  for (int i = 0; i < 3; ++i) {
    open.push_back(std::make_unique<HttpClient>(port()));
    open.back()->get("/a");
    EXPECT_EQ(open.back()->read_reply().status, 200);
  }
  HttpClient fourth(port());
  EXPECT_EQ(fourth.read_reply().status, 503);
  EXPECT_TRUE(fourth.is_closed_within(5s));
  open.pop_back();
  int status = 0;
  for (int i = 0; i < 100 && status != 200; ++i) status = test::get(port(), "/a").status;
  EXPECT_EQ(status, 200) << "there is room again";
}

TEST_F(ServerTest, RefusesWhatIsTooLarge) {
  serve({});
  EXPECT_EQ(test::get(port(), "/" + std::string(9000, 'a')).status, 414);
  EXPECT_EQ(test::get(port(), "/", "X: " + std::string(20'000, 'a') + "\r\n").status, 431);
  std::string many;
  for (int i = 0; i < 200; ++i) many += "X" + std::to_string(i) + ": a\r\n";
  EXPECT_EQ(test::get(port(), "/", many).status, 431);
}

TEST_F(ServerTest, RefusesBodiesAndOtherMethods) {
  serve({});
  EXPECT_EQ(test::get(port(), "/", "Content-Length: 3\r\n").status, 413);
  EXPECT_EQ(test::get(port(), "/", "Transfer-Encoding: chunked\r\n").status, 413);
  for (const std::string method : {"POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "BREW"}) {
    HttpClient client(port());
    client.get("/", "Content-Length: 3\r\n", method);
    const HttpReply reply = client.read_reply();
    EXPECT_EQ(reply.status, 405) << method;
    EXPECT_EQ(reply.headers.at("allow"), "GET, HEAD");
  }
}

TEST_F(ServerTest, FinishesTheReplyThatIsMadeWhenItIsStopped) {
  serve(quick());
  HttpClient waiting(port()), asking(port());
  waiting.get("/a");
  EXPECT_EQ(waiting.read_reply().status, 200);
  asking.get("/slow");
  std::this_thread::sleep_for(100ms);
  std::thread stopping([this] { stop(); });
  EXPECT_EQ(asking.read_reply().body, "slow");
  EXPECT_TRUE(waiting.is_closed_within(5s));
  stopping.join();
}

TEST_F(ServerTest, GivesUpRepliesThatNobodyTakesWhenItIsStopped) {
  ServerLimits limits;
  limits.stopping = 200ms;
  serve(limits);
  HttpClient client(port());
  client.get("/stream");
  std::this_thread::sleep_for(100ms);
  const auto began = std::chrono::steady_clock::now();
  stop();
  EXPECT_LT(std::chrono::steady_clock::now() - began, 5s);
}

TEST(HttpServer, SaysWhyItCannotListen) {
  const Site site{[](const HttpRequest&) { return Reply{}; }, [](const Job&, const std::shared_ptr<ReplyPipe>&) {}};
  const HttpServer first({"127.0.0.1", 0}, site);
  try {
    const HttpServer second(first.address(), site);
    FAIL() << "two servers at one port";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::io_failed);
    EXPECT_EQ(error.message(), "cannot listen to " + written(first.address()) + ": Address already in use");
  }
}

}  // namespace
}  // namespace timbao
