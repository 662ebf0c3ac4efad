// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "common/base/day.h"
#include "common/base/error.h"
#include "query/front/console.h"
#include "query/front/query_options.h"

namespace timbao {

/// Does what the command line of timbao-query asks for: the whole program but for main, which reads the line and turns
/// an Error into a message and an exit status.
///
///   run_query(parse_query_options({"--index", "/tmp/x", "đảng"}, today()), process_console())
///
/// Takes    options that parse_query_options() accepted.
/// Returns  the exit status, as `--help` lists them.
/// Errors   Error(index_failed), Error(io_failed), BrokenPipe.
/// Source   each task has a file of its own: once.h, show.h, batch.h. Covered by tests/cli/query_*_test.cc.
ExitCode run_query(const QueryOptions& options, const Console& console);

/// Whether standard input and standard output are terminals.
///
/// Errors   none.
AtTerminal at_terminal();

/// The day it is in Viet Nam (UTC+7), which relative dates such as "7d" count from.
///
/// Errors   none.
Day today();

}  // namespace timbao
