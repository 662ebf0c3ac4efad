// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <ctime>
#include <memory>
#include <string>

#include "indexer/memory_budget.h"
#include "indexer/write/article_sink.h"

namespace timbao {

/// What a new generation is made of beside the articles that are added.
enum class BuildBase : std::uint8_t {
  current,    ///< all of the current generation
  takedowns,  ///< of the current one only its takedowns
  ledger,     ///< of the current one only its ledger
  nothing,    ///< the current one is damaged
};

/// Where and how articles are written.
struct SinkOptions {
  std::string directory;                                      ///< the index's; the caller holds its WriterLock
  WritingShare share = share_of_writing(kUsualMemory, 0, 1);  ///< threads and memory
  BuildBase base = BuildBase::current;
  std::int64_t moment = std::time(nullptr);  ///< when its new articles are first indexed
};

/// Builds the next generation beside the current one: worker threads make small databases in parallel, these are merged
/// with the current generation, and the result is published by renaming the stub. Where no article is new or changed,
/// and nothing else changes, nothing is published.
///
///   const auto sink = aside_sink({directory, share_of_writing(memory_bytes, 0, jobs)});
///
/// Takes    options; see ArticleSink for the rest. Articles that the index has unchanged are not indexed again.
/// Returns  a sink whose results do not depend on the number of workers.
/// Errors   Error(index_failed) where the current generation cannot be read or is of another version.
/// Threads  one thread adds and publishes; the workers are the sink's own.
/// Source   docs/index-format.md, "Publishing"; aside_sink_test.
std::unique_ptr<ArticleSink> aside_sink(const SinkOptions& options);

}  // namespace timbao
