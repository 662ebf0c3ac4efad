// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: --serve listens where it was told to and to this machine alone unless a token protects it, keeps strangers out,
// survives whatever it is sent, and stops when it is told to.
#include <atomic>
#include <csignal>
#include <fstream>
#include <random>
#include <thread>

#include "tests/cli/serve_fixture.h"

namespace timbao::test {
namespace {

TEST_F(ServeTest, PrintsItsAddressAndStopsWhenItIsTold) {
  EXPECT_EQ(address_, "http://127.0.0.1:" + std::to_string(port_) + "/");
  EXPECT_EQ(get("/healthz").body, "ok\n");
  for (const int number : {SIGTERM, SIGINT}) {
    serve({"--serve=:0"});
    EXPECT_EQ(get("/healthz").body, "ok\n");
    server_->signal(number);
    const RunResult result = server_->finish();
    EXPECT_EQ(result.status, 0);
    EXPECT_EQ(result.out, "");
    EXPECT_EQ(result.err, "");
  }
}

TEST_F(ServeTest, RefusesCommandLinesThatMakeNoSense) {
  const struct {
    std::vector<std::string> arguments;
    int status;
    std::string message;
  } kCases[] = {
      {{"--serve=x:y"}, 2, "timbao-query: --serve takes HOST:PORT, not 'x:y'; such as 127.0.0.1:8042 or :9000\n"},
      {{"--serve=:0", "dang"},
       2,
       "timbao-query: --serve reads queries from its clients; 'dang' is too much; see --help\n"},
      {{"--serve", "--batch"}, 2, "timbao-query: --batch and --serve exclude each other; see --help\n"},
      {{"--serve", "--limit=3"}, 2, "timbao-query: --limit is no option of --serve; see --help\n"},
      {{"--token=x", "dang"}, 2, "timbao-query: --token is no option of a search; see --help\n"},
      {{"--serve=0.0.0.0:0"}, 2, ""},
      {{"--serve=127.0.0.1:" + std::to_string(port_)},
       5,
       "timbao-query: cannot listen to 127.0.0.1:" + std::to_string(port_) +
           ": Address already in use; choose another port: --serve=:0 takes any that is free\n"},
  };
  for (const auto& one : kCases) {
    const RunResult result = query(one.arguments);
    EXPECT_EQ(result.status, one.status) << result.err;
    EXPECT_TRUE(one.message.empty() || result.err == one.message) << result.err;
    EXPECT_EQ(lines_of(result.err).size(), 1U) << result.err;
  }
}

TEST_F(ServeTest, ListensToIpv6) {
  std::vector<std::string> command{TIMBAO_QUERY_BIN, "--index", index(), "--serve=[::1]:0"};
  RunningProgram server(command);
  const std::string address = server.read_line();
  if (address.empty()) GTEST_SKIP() << "this machine has no IPv6";
  EXPECT_EQ(address.substr(0, 13), "http://[::1]:");
}

TEST_F(ServeTest, NeedsItsTokenBeyondThisMachine) {
  const std::string token = "rat-bi-mat-0123456789";
  std::ofstream(directory_ / "token") << token << '\n';
  serve({"--serve=0.0.0.0:0", "--token", directory_ / "token"});
  EXPECT_EQ(get("/").status, 401);
  EXPECT_EQ(get("/api/search?q=dang").status, 401);
  EXPECT_EQ(get("/healthz").status, 200);
  const HttpReply reply = get("/?q=dang&token=" + token);
  EXPECT_EQ(reply.status, 303);
  EXPECT_EQ(reply.headers.at("location"), "/?q=dang");
  EXPECT_EQ(reply.headers.at("set-cookie"), "timbao-token=" + token + "; Path=/; HttpOnly; SameSite=Strict");
  EXPECT_EQ(get("/api/search?q=dang", "Cookie: timbao-token=" + token + "\r\n").status, 200);
  EXPECT_EQ(get("/api/search?q=dang", "Cookie: timbao-token=rat-bi-mat-0123456788\r\n").status, 401);
}

TEST_F(ServeTest, AnswersOnlyItsOwnPages) {
  const auto status_of = [&](const std::string& head) {
    HttpClient client(port_);
    client.send(head + "\r\n\r\n");
    return client.read_reply().status;
  };
  const std::string get_search = "GET /api/search?q=dang HTTP/1.1\r\n",
                    host = "Host: localhost:" + std::to_string(port_);
  EXPECT_EQ(status_of(get_search + host), 200);
  EXPECT_EQ(status_of(get_search + "Host: evil.example:" + std::to_string(port_)), 421);
  EXPECT_EQ(status_of(get_search + "Host: localhost"), 421);
  EXPECT_EQ(status_of(get_search + "X: y"), 400);
  EXPECT_EQ(status_of(get_search + host + "\r\nOrigin: http://evil.example"), 403);
  EXPECT_EQ(status_of(get_search + host + "\r\nSec-Fetch-Site: cross-site"), 403);
  EXPECT_EQ(status_of("GET /api/search?q=dang HTTP/1.0\r\n" + host), 200);
  EXPECT_EQ(status_of("GET /api/search?q=dang HTTP/3.7\r\n" + host), 505);
  EXPECT_EQ(status_of("GET http://localhost/ HTTP/1.1\r\n" + host), 400);
}

/// A request, with something wrong in it.
std::string malformed_request(std::mt19937& random, std::uint16_t port) {
  std::string text =
      "GET /api/search?q=dang&limit=1 HTTP/1.1\r\nHost: localhost:" + std::to_string(port) + "\r\nX-A: b\r\n\r\n";
  for (auto changes = 1 + random() % 4; changes > 0 && !text.empty(); --changes) {
    const std::size_t at = random() % text.size();
    switch (random() % 6) {
      case 0:
        text[at] = static_cast<char>(random() % 256);
        break;
      case 1:
        text.erase(at, 1 + random() % 5);
        break;
      case 2:
        text.insert(at, 1 + random() % 20, static_cast<char>(random() % 256));
        break;
      case 3:
        text.insert(at, "\r\n");
        break;
      case 4:
        text.insert(at, text.substr(at / 2, 30));
        break;
      default:
        text.resize(at + 1);
    }
  }
  return text;
}

TEST_F(ServeTest, SurvivesAThousandMalformedRequests) {
  std::mt19937 random(15);
  for (int i = 0; i < 1000; ++i) {
    HttpClient client(port_);
    client.send(malformed_request(random, port_));
    client.end_sending();
    const int status = client.read_reply().status;
    const bool is_known = status == 0 || status == 200 || (status >= 400 && status <= 431) || status == 505;
    EXPECT_TRUE(is_known) << status;
    EXPECT_NE(status, 500);
  }
  EXPECT_EQ(get("/healthz").body, "ok\n");
}

TEST_F(ServeTest, SurvivesAFloodOfHeaders) {
  std::string flood;
  for (int i = 0; i < 120'000; ++i) flood += "X" + std::to_string(i) + ": y\r\n";
  HttpClient client(port_);
  client.get("/", flood);
  const int status = client.read_reply().status;
  EXPECT_TRUE(status == 431 || status == 0) << status;
  EXPECT_EQ(get("/healthz").body, "ok\n");
}

TEST_F(ServeTest, ReachesNoFile) {
  for (const std::string path :
       {"/../../../../etc/passwd", "/..%2f..%2fetc%2fpasswd", "/%2e%2e/%2e%2e/etc/passwd", "//etc/passwd",
        "/page.css/../../etc/passwd", "/.\\..\\etc\\passwd", "/page.css%00.html", "/etc/passwd"}) {
    const HttpReply reply = get(path);
    EXPECT_EQ(reply.status, 404) << path;
    EXPECT_EQ(reply.body.find("root:"), std::string::npos);
  }
}

TEST_F(ServeTest, ServesHostileArticlesAsText) {
  const std::string script = "<script>alert(1)</script>\u202E\u2028";
  const Json hostile{{"id", "x\"><img src=x>"},
                     {"title", script},
                     {"body", script + std::string(5'000'000, 'a')},
                     {"source", "<b>"},
                     {"url", "javascript:alert(1)"},
                     {"date", "2018-01-02"}};
  add(hostile.dump() + "\n");
  for (const std::string target : {"/api/search?q=alert", "/api/article?id=x%22%3E%3Cimg%20src%3Dx%3E", "/feed?q=alert",
                                   "/article?id=x%22%3E%3Cimg%20src%3Dx%3E", "/api/export?q=alert&format=csv"}) {
    const HttpReply reply = get(target);
    EXPECT_EQ(reply.status, 200) << target;
    EXPECT_TRUE(reply.is_whole);
    EXPECT_EQ(reply.body.find("\u202E"), std::string::npos) << target;
    EXPECT_EQ(reply.headers.at("x-content-type-options"), "nosniff");
    if (reply.headers.at("content-type").find("json") == std::string::npos &&
        target.find("export") == std::string::npos) {
      EXPECT_EQ(reply.body.find("<script>alert"), std::string::npos) << target;
      EXPECT_EQ(reply.body.find("href=\"javascript"), std::string::npos) << target;
    }
  }
}

TEST_F(ServeTest, AnswersManyClientsAtOnce) {
  std::vector<std::thread> threads;
  std::atomic<int> answered = 0;
  for (int i = 0; i < 32; ++i)
    threads.emplace_back([&] {
      HttpClient client(port_);
      for (int round = 0; round < 20; ++round) {
        client.get(round % 5 == 0 ? "/api/export?q=dang&format=ids" : "/api/search?q=dang");
        const HttpReply reply = client.read_reply();
        if ((reply.status == 200 && reply.is_whole) || (round % 5 == 0 && reply.status == 503)) ++answered;
      }
    });
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(answered, 32 * 20);
}

}  // namespace
}  // namespace timbao::test
