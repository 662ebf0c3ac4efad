// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include "common/base/error.h"
#include "indexer/command/command.h"
#include "indexer/maintain/stats.h"
#include "indexer/streams.h"

namespace timbao {

/// The figures of an index as one JSON object on one line, for --json.
///
///   {"articles":12,"removed":0,"terms":…,"bytes":{"total":…,"postlist":…},"dates":{"first":"2017-01-02","last":…},…}
///
/// Returns  the keys articles, removed, terms, readings, folded, bytes, dates, years, sources, copies, versions.
/// Errors   none.
/// Source   scripts read these keys, so keys are only ever added. Covered by tests/indexer/command/stats_test.cc.
std::string stats_as_json(const IndexStats& stats);

/// The same figures for people, a line a figure. Of the newspapers the ten with the most articles are named.
///
/// Errors   none.
std::string stats_as_text(const IndexStats& stats);

/// How `stats` prints its figures: a line a figure for people, or one JSON object.
enum class StatsFormat : std::uint8_t { text, json };

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
