// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/base/day.h"
#include "common/base/error.h"
#include "indexer/command/command.h"
#include "indexer/maintain/copies.h"
#include "indexer/streams.h"

namespace timbao {

/// How `stats` prints its figures: a line a figure for people, or one JSON object.
enum class StatsFormat : std::uint8_t { text, json };

/// What an index holds.
struct IndexStats {
  std::uint64_t articles = 0;
  std::uint64_t removed = 0;                                   ///< ids that stay removed
  std::uint64_t terms = 0;                                     ///< different ones
  std::uint64_t readings = 0;                                  ///< different ones, anywhere in articles
  std::uint64_t folded = 0;                                    ///< different words that these are without marks
  std::vector<std::pair<std::string, std::uint64_t>> bytes;    ///< of the generation's tables, and "total" first
  std::optional<Day> first, last;                              ///< of the dated articles
  std::vector<std::pair<std::string, std::uint64_t>> years;    ///< "2018" and how many articles it has
  std::vector<std::pair<std::string, std::uint64_t>> sources;  ///< and how many articles each has, the most first
  CopyCounts copies;                                           ///< articles that share their collapse key
  std::vector<std::pair<std::string, std::string>> versions;   ///< of the program, the format, the fold rules, the data
};

/// Reads the figures of an index.
///
///   read_stats("/tmp/x").articles
///
/// Errors   Error(index_failed): missing, damaged, not an index, of another version.
IndexStats read_stats(const std::string& directory);

/// One JSON object on one line, with the keys articles, removed, terms, readings, folded, bytes, dates, years, sources,
/// copies, versions.
std::string stats_as_json(const IndexStats& stats);

/// The same for people, a line a figure; of the sources the ten greatest.
std::string stats_as_text(const IndexStats& stats);

/// What `timbao-index stats` was told to do.
struct StatsOptions {
  std::string index;                       ///< the index's directory
  StatsFormat format = StatsFormat::text;  ///< --json
};

/// `timbao-index stats`: its line in --help and its options.
Command stats_command();

/// Reads the command line of `stats`.
///
///   stats --json
///
/// Takes    the line without the word "stats"; the index and the verbosity.
/// Errors   Error(usage).
/// Source   covered by tests/indexer/command/index_options_test.cc.
StatsOptions parse_stats(const CommandLine& line, const CommonOptions& common);

/// Runs `stats`: prints what the index holds.
///
/// Takes no lock: the figures are those of one published state.
///
/// Returns  done.
/// Errors   as read_stats().
/// Source   covered by tests/cli/index_maintain_test.cc.
ExitCode run_stats(const StatsOptions& options, const IndexStreams& streams);

}  // namespace timbao
