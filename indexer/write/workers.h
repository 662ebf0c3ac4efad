// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <exception>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "common/store/shards.h"
#include "indexer/memory_budget.h"
#include "indexer/write/batch_queue.h"
#include "indexer/write/merge.h"

namespace timbao {

/// What the workers of a build are given.
struct WorkerSettings {
  std::string directory;  ///< of the index, for messages
  KnownFrom known;        ///< what is known of the articles
  WritingShare share;     ///< how many workers there are, and what they may hold
};

/// What all workers together have made of the articles of one shard.
struct ShardCounts {
  std::atomic<std::uint64_t> indexed{0};     ///< documents
  std::atomic<std::uint64_t> changed{0};     ///< of these documents, those whose id the generation before has
  std::atomic<std::uint64_t> text_bytes{0};  ///< of their texts
};

/// What all workers together have done so far. They may be read while the workers run, but only agree with each other
/// after Workers::finish().
struct WorkerCounts {
  std::array<ShardCounts, kMostShards> shards;
  std::atomic<std::uint64_t> unchanged{0};  ///< articles of which no document was needed

  /// Documents of all shards.
  [[nodiscard]] std::uint64_t indexed() const {
    std::uint64_t sum = 0;
    for (const ShardCounts& shard : shards) sum += shard.indexed;
    return sum;
  }
};

/// Threads that turn articles into small databases, each into databases of its own, those of each shard apart. Each worker looks its articles up
/// in the generation before, makes documents of the new and changed ones, and hands a database over when it is full.
///
///   Workers workers(settings, parts);
///   while (…) workers.give(std::move(batch));
///   workers.finish();
///
/// Takes    settings, and where complete databases of each shard go; `parts` outlives the workers.
/// Errors   what a worker throws comes out of give() or finish(), in the thread that calls them; the other workers stop
///          then. Without finish(), the destructor stops them and drops what waits.
/// Threads  one thread calls it. Signals are blocked in the workers, so that Ctrl-C ends the reader's wait for input.
/// Source   aside_sink_test compares the results of 1, 2 and 7 workers.
class Workers {
 public:
  Workers(WorkerSettings settings, std::deque<PartTree>& parts);
  ~Workers();
  Workers(const Workers&) = delete;
  Workers& operator=(const Workers&) = delete;

  /// Gives a batch to the next free worker; waits while too much text waits already.
  void give(Batch batch);

  /// Waits until all articles that were given are indexed. Their databases may still be open.
  void wait_until_idle();

  /// Waits until all articles that were given are in databases that were handed over. Nothing may be given after it.
  void finish();

  [[nodiscard]] const WorkerCounts& counts() const { return counts_; }

 private:
  void start();
  void work();
  void index_all();
  void join();
  void rethrow();

  WorkerSettings settings_;
  std::deque<PartTree>& parts_;
  BatchQueue queue_;
  WorkerCounts counts_;
  std::mutex failing_;
  std::exception_ptr failure_;
  std::vector<std::thread> threads_;
};

}  // namespace timbao
