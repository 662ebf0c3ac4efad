// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/front/serve/reply_workers.h"

#include <array>
#include <utility>

#include "common/base/ascii.h"
#include "common/base/error.h"

namespace timbao {
namespace {

struct StatusOf {
  ExitCode code;
  int status;
};
constexpr std::array<StatusOf, 5> kStatuses{{{ExitCode::usage, http_status::kBadRequest},
                                             {ExitCode::incomplete, http_status::kNotFound},
                                             {ExitCode::index_failed, http_status::kUnavailable},
                                             {ExitCode::locked, http_status::kUnavailable},
                                             {ExitCode::io_failed, http_status::kUnavailable}}};

/// Ends a reply with an error: the error's own reply where none was begun.
void tell(ReplyPipe& pipe, Reply reply) {
  if (pipe.has_begun())
    pipe.fail();
  else
    pipe.send(std::move(reply));
}

void do_job(const Job& job, const Archive& archive, ReplyPipe& pipe) try {
  try {
    job.run(archive, pipe);
  } catch (const Error& error) {
    tell(pipe, reply_for(error));
  } catch (const std::exception&) {
    tell(pipe, error_reply(http_status::kFailed, "the server could not answer this request"));
  }
} catch (const BrokenPipe&) {  // the client is gone
}

}  // namespace

Reply reply_for(const Error& error) {
  int status = http_status::kFailed;
  for (const StatusOf& row : kStatuses)
    if (row.code == error.code()) status = row.status;
  // The options of a command line are the parameters of a request.
  const std::string_view message = error.message();
  return error_reply(status, starts_with(message, "--") ? message.substr(2) : message);
}

ReplyWorkers::ReplyWorkers(std::vector<Archive> archives, std::size_t most_waiting)
    : archives_(std::move(archives)), most_waiting_(most_waiting), idle_(archives_.size()) {
  threads_.reserve(archives_.size());
  for (const Archive& archive : archives_) threads_.emplace_back([this, &archive] { run(archive); });
}

ReplyWorkers::~ReplyWorkers() {
  {
    const std::lock_guard lock(mutex_);
    is_ending_ = true;
    for (const Waiting& waiting : waiting_) waiting.pipe->close();
    waiting_.clear();
    has_changed_.notify_all();
  }
  for (std::thread& thread : threads_) thread.join();
}

void ReplyWorkers::add(Job job, std::shared_ptr<ReplyPipe> pipe) {
  {
    const std::lock_guard lock(mutex_);
    if (waiting_.size() < idle_ + most_waiting_) {
      waiting_.push_back({std::move(job), std::move(pipe)});
      has_changed_.notify_one();
      return;
    }
  }
  pipe->send(
      error_reply(http_status::kUnavailable, "too many requests of this kind are running; try again in a moment"));
}

void ReplyWorkers::run(const Archive& archive) {
  for (;;) {
    std::unique_lock lock(mutex_);
    has_changed_.wait(lock, [this] { return is_ending_ || !waiting_.empty(); });
    if (is_ending_) return;
    const Waiting next = std::move(waiting_.front());
    waiting_.pop_front();
    --idle_;
    lock.unlock();
    if (!next.pipe->is_closed()) do_job(next.job, archive, *next.pipe);
    lock.lock();
    ++idle_;
  }
}

}  // namespace timbao
