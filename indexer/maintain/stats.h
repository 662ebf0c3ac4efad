// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/base/day.h"
#include "indexer/maintain/copies.h"

namespace timbao {

/// Names and how many there are of each, in the order in which they are shown: {{"2017", 120}, {"2018", 340}}.
using NamedCounts = std::vector<std::pair<std::string, std::uint64_t>>;

/// The figures of an index, all of one published state.
///
/// Source   docs/index-format.md says what terms, readings and collapse keys are.
struct IndexStats {
  std::uint64_t articles = 0;      ///< articles that can be found
  std::uint64_t removed = 0;       ///< takedowns: ids that stay removed
  std::uint64_t terms = 0;         ///< different terms of every kind
  std::uint64_t readings = 0;      ///< different readings, anywhere in articles
  std::uint64_t folded = 0;        ///< different folded forms of these readings
  NamedCounts bytes;               ///< "total" first, then each of the generation's tables
  std::optional<Day> first, last;  ///< the first and the last day of dated articles
  NamedCounts years;               ///< articles of each year: {"2018", 340}
  NamedCounts sources;             ///< articles of each newspaper, the most first
  CopyCounts copies;               ///< articles that share their collapse key with another one

  /// Versions by what they are of: the program, the format, the fold rules, the shipped data, the collation.
  std::vector<std::pair<std::string, std::string>> versions;
};

/// Reads the figures of an index.
///
///   read_stats("/tmp/x").articles
///
/// Takes    the index's directory. No lock is needed: what a writer publishes meanwhile is not seen, but for `bytes`,
///          which are measured last and are those of the then current generation.
/// Errors   Error(index_failed): missing, damaged, not an index, of another version.
/// Source   covered by tests/indexer/command/stats_test.cc.
IndexStats read_stats(const std::string& directory);

}  // namespace timbao
