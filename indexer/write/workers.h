// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "indexer/memory_budget.h"
#include "indexer/write/batch_queue.h"
#include "indexer/write/merge.h"

namespace timbao {

/// What the workers of a build share, and what they are given.
struct WorkerSettings {
  std::string directory;   ///< of the index, for messages
  std::string generation;  ///< the current one's path; empty where there is none
  WritingShare share;
};

struct WorkerCounts {
  std::atomic<std::uint64_t> indexed{0};    ///< documents made
  std::atomic<std::uint64_t> changed{0};    ///< of these, those whose id the generation before has
  std::atomic<std::uint64_t> unchanged{0};  ///< articles that needed none
};

/// Threads that turn articles into small databases.
///
///   Workers workers(settings, parts);
///   while (…) workers.give(batch);
///   workers.finish();
///
/// Errors   what a worker throws comes out of give() or finish(), in the thread that calls them; the other workers
/// stop.
class Workers {
 public:
  Workers(WorkerSettings settings, PartTree& parts);
  ~Workers();
  Workers(const Workers&) = delete;
  Workers& operator=(const Workers&) = delete;

  void give(Batch batch);

  /// Waits until all that was given is indexed (though not yet in parts that are complete).
  void wait_until_idle();

  /// Waits until all that was given is in parts.
  void finish();

  [[nodiscard]] const WorkerCounts& counts() const { return counts_; }

 private:
  void start();
  void work();
  void index_all();
  void join();
  void rethrow();

  WorkerSettings settings_;
  PartTree& parts_;
  BatchQueue queue_;
  WorkerCounts counts_;
  std::mutex failing_;
  std::exception_ptr failure_;
  std::vector<std::thread> threads_;
};

}  // namespace timbao
