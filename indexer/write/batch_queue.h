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

/// Articles that one worker takes at a time: enough text (kBatchBytes) that taking them costs nothing.
struct Batch {
  std::vector<QueuedArticle> articles;
  std::size_t bytes = 0;
};

/// Batches on their way from the thread that reads to the workers, at most so many bytes of them.
///
///   BatchQueue queue(share.queued_text);
///   queue.push(std::move(batch));                                    // the reader
///   while (std::optional<Batch> batch = queue.pop()) { …; queue.finish(); }  // a worker
///
/// Takes    the limit in bytes, as Batch::bytes counts them.
/// Errors   none.
/// Threads  any thread may call any function.
/// Source   aside_sink_test; the TSan build of tests/indexer.
class BatchQueue {
 public:
  explicit BatchQueue(std::size_t limit_bytes) : limit_bytes_(limit_bytes) {}

  /// Waits until there is room, and adds a batch. A batch that is larger than the limit is added when the queue is
  /// empty. Returns false, without adding it, where the queue is closed or becomes closed.
  bool push(Batch batch) {
    std::unique_lock<std::mutex> lock(mutex_);
    room_.wait(lock, [&] { return closed_ || batches_.empty() || bytes_ + batch.bytes <= limit_bytes_; });
    if (closed_) return false;
    bytes_ += batch.bytes;
    batches_.push_back(std::move(batch));
    work_.notify_one();
    return true;
  }

  /// Waits for a batch and takes it out. Returns nothing where the queue is closed and empty.
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

  /// Says that the worker has indexed a batch that pop() gave it.
  void finish() {
    const std::lock_guard<std::mutex> lock(mutex_);
    if (--taken_ == 0 && batches_.empty()) idle_.notify_all();
  }

  /// Waits until the queue is empty and every batch that was taken is indexed, or until the queue is closed.
  void wait_until_idle() {
    std::unique_lock<std::mutex> lock(mutex_);
    idle_.wait(lock, [&] { return closed_ || (batches_.empty() && taken_ == 0); });
  }

  /// Ends the queue: nothing more can be added, and the batches in it are still given out.
  void close() {
    const std::lock_guard<std::mutex> lock(mutex_);
    closed_ = true;
    work_.notify_all();
    room_.notify_all();
    idle_.notify_all();
  }

  /// Ends the queue and drops the batches in it.
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
