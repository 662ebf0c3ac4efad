// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

#include "common/base/error.h"
#include "indexer/command/command.h"
#include "indexer/streams.h"

namespace timbao {

/// What `timbao-index remove` was told to do.
struct RemoveOptions {
  std::string index;                        ///< the index's directory
  Verbosity verbosity = Verbosity::normal;  ///< --quiet, --verbose
  std::vector<std::string> ids;             ///< at least one; "-" stands for the ids on standard input
  std::chrono::seconds wait{0};             ///< --wait
};

/// `timbao-index remove ID...`: its line in --help and its options.
Command remove_command();

/// Reads the command line of `remove`.
///
///   remove 2018/phuc-yen.txt -
///
/// Takes    the line without the word "remove"; the index and the verbosity.
/// Errors   Error(usage): no ID, a value that makes no sense.
/// Source   covered by tests/indexer/command/index_options_test.cc.
RemoveOptions parse_remove(const CommandLine& line, const CommonOptions& common);

/// Runs `remove`: removes articles by id, and remembers each id as a takedown, so that `add` keeps it out.
///
/// An id is taken as it is. "-" stands for the ids on standard input, one a line as `timbao-query --format ids` writes
/// them (id_on_line() reads them back; empty lines are passed over). An id that the index does not have is named on
/// standard error and remembered too: it stays out when it comes.
///
/// Returns  done; incomplete where an id was unknown.
/// Errors   Error: no index, too many ids on standard input; see WriterLock and ArticleSink. The index is then as it
///          was before.
/// Source   covered by tests/cli/index_remove_test.cc.
ExitCode run_remove(const RemoveOptions& options, const IndexStreams& streams);

}  // namespace timbao
