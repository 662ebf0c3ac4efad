// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/front/ordered_workers.h"

#include <system_error>
#include <utility>

namespace timbao {

OrderedWorkers::OrderedWorkers(std::size_t workers) {
  try {
    for (std::size_t worker = 0; worker < workers; ++worker) threads_.emplace_back([this, worker] { run(worker); });
  } catch (const std::system_error&) {
    if (threads_.empty()) throw;
  }
}

OrderedWorkers::~OrderedWorkers() {
  end();
  for (std::thread& thread : threads_) thread.join();
}

void OrderedWorkers::end() {
  const std::lock_guard lock(mutex_);
  is_ending_ = true;
  tasks_.clear();
  has_changed_.notify_all();
}

void OrderedWorkers::add(Work work) {
  Task task(std::move(work));
  answers_.push_back(task.get_future());
  const std::lock_guard lock(mutex_);
  tasks_.push_back(std::move(task));
  has_changed_.notify_one();
}

BatchAnswer OrderedWorkers::take() {
  std::future<BatchAnswer> first = std::move(answers_.front());
  answers_.pop_front();
  return first.get();
}

void OrderedWorkers::run(std::size_t worker) {
  for (;;) {
    std::unique_lock lock(mutex_);
    has_changed_.wait(lock, [this] { return is_ending_ || !tasks_.empty(); });
    if (is_ending_) return;
    Task task = std::move(tasks_.front());
    tasks_.pop_front();
    lock.unlock();
    task(worker);
  }
}

}  // namespace timbao
