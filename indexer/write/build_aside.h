// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

#include "indexer/memory_budget.h"
#include "indexer/write/article_sink.h"

namespace timbao {

/// What a generation is made of beside the articles that are added.
enum class BuildBase : std::uint8_t {
  current,      ///< the current generation
  marks_only,   ///< of the current one only which ids are removed
  ledger_only,  ///< of the current one only its ledger
  nothing,      ///< the current one is damaged
};

/// How a generation is built.
struct BuildOptions {
  std::string directory;  ///< of the index; the caller holds its WriterLock
  WritingShare share = share_of_writing(kUsualMemory, 0, 1);
  BuildBase base = BuildBase::current;
};

/// Builds the next generation beside the current one: small databases in parallel, merged with the current one,
/// published by renaming the stub. Where no article is new or changed, and nothing else changes, nothing is
/// published.
///
/// Takes    options; see ArticleSink for the rest. Articles that the index has unchanged are not indexed again.
/// Returns  a sink whose results do not depend on `jobs`.
/// Errors   Error(index_failed) where the current generation cannot be read or is of another version.
/// Threads  one thread adds and publishes.
/// Source   docs/index-format.md.
std::unique_ptr<ArticleSink> build_aside(const BuildOptions& options);

}  // namespace timbao
