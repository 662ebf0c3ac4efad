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
  /// Articles that can be found.
  std::uint64_t articles = 0;

  /// Takedowns: ids that stay removed.
  std::uint64_t removed = 0;

  /// Different terms of every kind; different readings among them, and the different folded forms of these readings.
  std::uint64_t terms = 0, readings = 0, folded = 0;

  /// Bytes on disk: "total" first, then each table of the generation.
  NamedCounts bytes;

  /// The first and the last day of dated articles.
  std::optional<Day> first, last;

  /// Articles of each year: {"2018", 340}.
  NamedCounts years;

  /// Articles of each newspaper, the most first.
  NamedCounts sources;

  /// Articles that share their collapse key with another one.
  CopyCounts copies;

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
