// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: each job is done once by a thread with its own archive, what it throws is told to the client with the right
// status, and more jobs than may wait are refused.
#include "query/front/serve/reply_workers.h"

#include <gtest/gtest.h>

#include <future>
#include <memory>

#include "common/base/json.h"

namespace timbao {
namespace {

/// A pipe, and the reply that comes out of it.
struct Asking {
  std::promise<void> has_piece;
  std::shared_ptr<ReplyPipe> pipe = std::make_shared<ReplyPipe>([this] { has_piece.set_value(); });

  Reply reply() {
    has_piece.get_future().wait();
    return *pipe->take()->head;
  }
};

Job job_that(std::function<void()> does) {
  return {Lane::queries, [does = std::move(does)](const Archive&, ReplyPipe& pipe) {
            does();
            pipe.send({200, "text/plain", {}, "done"});
          }};
}

TEST(ReplyWorkers, TellTheClientWhatAJobThrows) {
  ReplyWorkers workers({{}}, 10);
  const struct {
    std::function<void()> does;
    int status;
    std::string message;
  } kCases[] = {
      {[] { throw Error(ExitCode::usage, "--limit takes a whole number", "see --help"); }, 400,
       "limit takes a whole number"},
      {[] { throw Error(ExitCode::incomplete, "no article has the id 'a'"); }, 404, "no article has the id 'a'"},
      {[] { throw Error(ExitCode::index_failed, "the index is damaged"); }, 503, "the index is damaged"},
      {[] { throw Error(ExitCode::locked, "a writer publishes too often"); }, 503, "a writer publishes too often"},
      {[] { throw std::bad_alloc(); }, 500, "the server could not answer this request"},
  };
  for (const auto& one : kCases) {
    Asking asking;
    workers.add(job_that(one.does), asking.pipe);
    const Reply reply = asking.reply();
    EXPECT_EQ(reply.status, one.status);
    EXPECT_EQ(Json::parse(reply.body).at("error").at("message"), one.message);
  }
}

TEST(ReplyWorkers, RefuseMoreJobsThanMayWait) {
  std::promise<void> may_end;
  const std::shared_future<void> end = may_end.get_future().share();
  ReplyWorkers workers({{}, {}}, 1);
  std::vector<Asking> asking(4);
  std::vector<int> statuses;
  for (Asking& one : asking) workers.add(job_that([end] { end.wait(); }), one.pipe);
  EXPECT_EQ(asking[3].reply().status, 503) << "two are done and one waits";
  may_end.set_value();
  for (std::size_t i = 0; i < 3; ++i) EXPECT_EQ(asking[i].reply().status, 200);
}

TEST(ReplyWorkers, DropAJobWhoseClientIsGone) {
  std::promise<void> may_end;
  bool was_done = false;
  ReplyWorkers workers({{}}, 10);
  Asking first, gone, last;
  workers.add(job_that([&] { may_end.get_future().wait(); }), first.pipe);
  workers.add(job_that([&] { was_done = true; }), gone.pipe);
  gone.pipe->close();
  may_end.set_value();
  workers.add(job_that([] {}), last.pipe);
  EXPECT_EQ(last.reply().status, 200);
  EXPECT_FALSE(was_done);
}

}  // namespace
}  // namespace timbao
