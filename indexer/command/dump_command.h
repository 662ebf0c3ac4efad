// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <string>

#include "common/base/error.h"
#include "indexer/command/command.h"
#include "indexer/streams.h"

namespace timbao {

/// What `timbao-index dump` was told to do.
struct DumpOptions {
  std::string index;             ///< the index's directory
  std::chrono::seconds wait{0};  ///< --wait
};

/// `timbao-index dump`: its line in --help and its options.
Command dump_command();

/// Reads the command line of `dump`.
///
///   dump --wait=30
///
/// Takes    the line without the word "dump"; the index and the verbosity.
/// Errors   Error(usage): a value that makes no sense.
/// Source   covered by tests/indexer/command/index_options_test.cc.
DumpOptions parse_dump(const CommandLine& line, const CommonOptions& common);

/// Runs `dump`: prints every stored article as a line of JSON on standard output, in the bytewise order of ids.
///
///   timbao-index dump | timbao-index --index COPY add -      makes an equal index
///
/// The keys are those that `add` reads, `path` among them. Holds the writer's lock where it may. Reads stored text only,
/// so an index of an older version will do. A damaged article is named on standard error, and the others are printed.
///
/// Returns  done; index_failed where an article was damaged.
/// Errors   Error(index_failed): missing, damaged, not an index, of a newer format. Error(locked), Error(io_failed),
///          BrokenPipe.
/// Source   covered by tests/indexer/command/dump_test.cc and tests/cli/round_trip_test.cc.
ExitCode run_dump(const DumpOptions& options, const IndexStreams& streams);

}  // namespace timbao
