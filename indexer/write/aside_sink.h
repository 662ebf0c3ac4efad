// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <ctime>
#include <memory>
#include <optional>
#include <string>

#include "indexer/memory_budget.h"
#include "indexer/write/article_sink.h"

namespace timbao {

/// What new generations are made of beside the articles that are added.
enum class BuildBase : std::uint8_t {
  current,    ///< all of the current generations
  takedowns,  ///< of the current ones only the takedowns
  ledger,     ///< of the current ones only the ledger
  nothing,    ///< the current ones are damaged
};

/// Where and how articles are written.
struct SinkOptions {
  std::string directory;                                      ///< the index's; the caller holds its WriterLock
  WritingShare share = share_of_writing(kUsualMemory, 0, 1);  ///< threads and memory
  BuildBase base = BuildBase::current;
  std::int64_t moment = std::time(nullptr);  ///< when its new articles are first indexed
  std::optional<std::size_t> shards = {};    ///< none: as many as the index has, of a first index one
};

/// How many shards a run writes. An index that is built upon keeps its number.
///
///   number_of_shards({directory}) == 1   // a first index
///
/// Errors   as current_generations().
std::size_t number_of_shards(const SinkOptions& options);

/// Builds the next generations beside the current ones: worker threads make small databases in parallel, of which each
/// shard's next generation is made (shard_build.h), and all of them are published by renaming the stub once. A shard of
/// which nothing changes keeps its generation. Where no article is new or changed, and nothing else changes, nothing is
/// published.
///
///   const auto sink = aside_sink({directory, share_of_writing(memory_bytes, 0, jobs)});
///
/// Takes    options; see ArticleSink for the rest. Articles that the index has unchanged are not indexed again.
/// Returns  a sink whose results do not depend on the number of workers.
/// Errors   Error(index_failed) where a current generation cannot be read or is of another version.
/// Threads  one thread adds and publishes; the workers are the sink's own.
/// Source   docs/index-format.md, "Publishing"; aside_sink_test.
std::unique_ptr<ArticleSink> aside_sink(const SinkOptions& options);

}  // namespace timbao
