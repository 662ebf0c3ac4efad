// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "common/base/error.h"
#include "indexer/command/index_options.h"
#include "indexer/streams.h"

namespace timbao {

/// Standard input, output and error, and whether standard error is a terminal that moves its cursor for progress.
///
/// Errors   none.
/// Source   look_at_terminal(); the environment is read here and nowhere else in timbao-index.
IndexStreams standard_index_streams();

/// Runs a command: the whole of timbao-index but for main, which reads the command line and turns an Error into a
/// message and an exit status.
///
///   run_index(parse_index_options({"--index", "/tmp/x", "stats"}), standard_index_streams());
///
/// Returns  done; incomplete where some input was rejected; interrupted after Ctrl-C; what the command says besides.
/// Errors   Error; Error(io_failed) also where standard output did not take everything.
/// Source   covered by the tests of tests/cli.
ExitCode run_index(const IndexCall& call, const IndexStreams& streams);

}  // namespace timbao
