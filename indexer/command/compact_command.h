// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <string>

#include "common/base/error.h"
#include "indexer/command/command.h"
#include "indexer/streams.h"

namespace timbao {

/// What `timbao-index compact` was told to do.
struct CompactOptions {
  std::string index;                        ///< the index's directory
  Verbosity verbosity = Verbosity::normal;  ///< --quiet, --verbose
  std::chrono::seconds wait{0};             ///< --wait
};

/// `timbao-index compact`: its line in --help and its options.
Command compact_command();

/// Reads the command line of `compact`.
///
///   compact --wait=30
///
/// Takes    the line without the word "compact"; the index and the verbosity.
/// Errors   Error(usage): a value that makes no sense.
/// Source   covered by tests/indexer/command/index_options_test.cc.
CompactOptions parse_compact(const CommandLine& line, const CommonOptions& common);

/// Runs `compact`: writes the index anew at its smallest, beside the old one, and publishes it. An index that would not
/// become smaller stays as it is.
///
/// Holds the writer's lock. What is found and what `dump` prints stays the same.
///
/// Returns  done.
/// Errors   Error(index_failed): missing, damaged, not an index, of another version. Error(locked), Error(io_failed).
///          The index is then as it was before.
/// Source   covered by tests/indexer/command/compact_test.cc.
ExitCode run_compact(const CompactOptions& options, const IndexStreams& streams);

}  // namespace timbao
