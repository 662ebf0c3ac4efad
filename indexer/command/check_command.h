// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <string>

#include "common/base/error.h"
#include "indexer/command/command.h"
#include "indexer/streams.h"

namespace timbao {

/// What `timbao-index check` was told to do.
struct CheckOptions {
  std::string index;                        ///< the index's directory
  Verbosity verbosity = Verbosity::normal;  ///< --quiet, --verbose
  std::chrono::seconds wait{0};             ///< --wait
};

/// `timbao-index check`: its line in --help and its options.
Command check_command();

/// Reads the command line of `check`.
///
///   check --wait=30
///
/// Takes    the line without the word "check"; the index and the verbosity.
/// Errors   Error(usage): a value that makes no sense.
/// Source   covered by tests/indexer/command/index_options_test.cc.
CheckOptions parse_check(const CommandLine& line, const CommonOptions& common);

/// Runs `check`: looks whether the index is sound: Xapian's tables, the ledger, every article.
///
/// Holds the writer's lock where it may, and writes nothing. Standard error gets a line for each fault, at most twenty;
/// where there is none, a line that says what was looked at.
///
/// Returns  done; index_failed where something is wrong.
/// Errors   Error(index_failed): missing, not an index, of another version, or so damaged that it cannot be read.
///          Error(locked), Error(io_failed).
/// Source   covered by tests/indexer/command/check_test.cc and tests/damage.
ExitCode run_check(const CheckOptions& options, const IndexStreams& streams);

}  // namespace timbao
