// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <future>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "common/base/error.h"

namespace timbao {

/// What is written for one line of a batch, and what it means for the status of the run.
struct BatchAnswer {
  std::string text;
  ExitCode status = ExitCode::done;
};

/// Threads that do pieces of work at once, while their answers are taken in the order in which the work was added.
///
///   OrderedWorkers workers(4);
///   workers.add([&](std::size_t worker) { return answer(line, archives[worker]); });
///   out << workers.take().text;
///
/// Takes    the number of threads. Each piece of work is given the number of the thread that does it, from 0.
/// Errors   take() throws what the work threw. Where the system gives fewer threads than were wanted, but one at least,
///          those do the work; else std::system_error.
/// Source   covered by ordered_workers_test and tests/cli/query_batch_test.cc.
/// Threads  one thread adds and takes. The destructor drops work that was not begun, and waits for what was.
class OrderedWorkers {
 public:
  using Work = std::function<BatchAnswer(std::size_t worker)>;

  explicit OrderedWorkers(std::size_t workers);
  ~OrderedWorkers();
  OrderedWorkers(const OrderedWorkers&) = delete;
  OrderedWorkers& operator=(const OrderedWorkers&) = delete;

  void add(Work work);

  /// How many answers were not taken yet. The caller bounds it, since each holds its memory.
  [[nodiscard]] std::size_t waiting() const { return answers_.size(); }

  /// The answer to the work that was added first, waited for. There must be one.
  BatchAnswer take();

 private:
  using Task = std::packaged_task<BatchAnswer(std::size_t)>;
  void run(std::size_t worker);
  void end();

  std::deque<std::future<BatchAnswer>> answers_;  // in the order of the work; of the adding thread alone
  std::mutex mutex_;
  std::condition_variable has_changed_;
  std::deque<Task> tasks_;  // not begun
  bool is_ending_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace timbao
