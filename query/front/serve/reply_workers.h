// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "common/base/error.h"
#include "query/front/serve/site.h"

namespace timbao {

/// Threads that do the jobs of one lane, each with an archive of its own.
///
///   ReplyWorkers workers(std::move(archives), most_waiting);
///   workers.add(job, pipe);
///
/// Takes    the archives, one a thread; and how many jobs may wait at most: beyond that, add() answers with status 503.
///          A job whose client is gone before it began is dropped. What a job throws becomes an error's reply, where the
///          reply was not begun, else the end of the connection.
/// Errors   std::system_error where the system gives no thread.
/// Source   covered by reply_workers_test.
/// Threads  add() may be called by any thread. The destructor drops jobs that were not begun and waits for the others.
class ReplyWorkers {
 public:
  ReplyWorkers(std::vector<Archive> archives, std::size_t most_waiting);
  ~ReplyWorkers();
  ReplyWorkers(const ReplyWorkers&) = delete;
  ReplyWorkers& operator=(const ReplyWorkers&) = delete;

  void add(Job job, std::shared_ptr<ReplyPipe> pipe);

 private:
  struct Waiting {
    Job job;
    std::shared_ptr<ReplyPipe> pipe;
  };
  void run(const Archive& archive);

  std::vector<Archive> archives_;
  std::size_t most_waiting_;
  std::mutex mutex_;
  std::condition_variable has_changed_;
  std::deque<Waiting> waiting_;
  std::size_t idle_ = 0;
  bool is_ending_ = false;
  std::vector<std::thread> threads_;
};

/// The reply to a request that failed: an option that makes no sense is 400, an id that is not there 404, an index that
/// cannot be read 503.
///
///   reply_for(Error(ExitCode::usage, "--limit takes a whole number or 'all', not '-3'"))
Reply reply_for(const Error& error);

}  // namespace timbao
