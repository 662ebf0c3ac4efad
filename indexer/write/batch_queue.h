// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

#include "indexer/write/known_articles.h"

namespace timbao {

/// An article on its way to a worker.
struct QueuedArticle {
  IncomingArticle incoming;
  std::uint64_t place = 0;  ///< in the run: how many articles came before
};

/// Articles that one worker takes at a time: enough that taking them costs nothing.
struct Batch {
  std::vector<QueuedArticle> articles;
  std::size_t bytes = 0;
};

/// Batches between the thread that reads and those that index, at most so many bytes of them.
///
/// Threads  any may call any function.
class BatchQueue {
 public:
  explicit BatchQueue(std::size_t limit_bytes) : limit_bytes_(limit_bytes) {}

  /// Waits for room, and adds a batch; one that is over the limit alone is let in when the queue is empty.
  /// Returns  false, without adding it, when the queue is or becomes closed.
  bool push(Batch batch) {
    std::unique_lock<std::mutex> lock(mutex_);
    room_.wait(lock, [&] { return closed_ || batches_.empty() || bytes_ + batch.bytes <= limit_bytes_; });
    if (closed_) return false;
    bytes_ += batch.bytes;
    batches_.push_back(std::move(batch));
    work_.notify_one();
    return true;
  }

  /// Waits for a batch. Nothing when the queue is closed and empty.
  std::optional<Batch> pop() {
    std::unique_lock<std::mutex> lock(mutex_);
    work_.wait(lock, [&] { return closed_ || !batches_.empty(); });
    if (batches_.empty()) return std::nullopt;
    Batch batch = std::move(batches_.front());
    batches_.pop_front();
    bytes_ -= batch.bytes;
    ++taken_;
    room_.notify_one();
    return batch;
  }

  /// Says that a batch that pop() gave is done with.
  void finish() {
    const std::lock_guard<std::mutex> lock(mutex_);
    if (--taken_ == 0 && batches_.empty()) idle_.notify_all();
  }

  /// Waits until nothing waits and nothing is being worked on, or the queue is closed.
  void wait_until_idle() {
    std::unique_lock<std::mutex> lock(mutex_);
    idle_.wait(lock, [&] { return closed_ || (batches_.empty() && taken_ == 0); });
  }

  /// No more batches come; those that wait are still given out.
  void close() {
    const std::lock_guard<std::mutex> lock(mutex_);
    closed_ = true;
    work_.notify_all();
    room_.notify_all();
    idle_.notify_all();
  }

  /// Closes, and drops what waits.
  void abandon() {
    {
      const std::lock_guard<std::mutex> lock(mutex_);
      batches_.clear();
      bytes_ = 0;
    }
    close();
  }

 private:
  const std::size_t limit_bytes_;
  std::mutex mutex_;
  std::condition_variable room_, work_, idle_;
  std::deque<Batch> batches_;
  std::size_t bytes_ = 0, taken_ = 0;
  bool closed_ = false;
};

}  // namespace timbao
