// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "common/base/error.h"
#include "query/front/console.h"
#include "query/front/query_options.h"

namespace timbao {

/// Does what the command line of timbao-query asks for.
///
///   run_query(parse_query_options({"--index", "/tmp/x", "đảng"}, today()), process_console())
///
/// Returns  the exit status, as `--help` lists them.
/// Errors   Error(index_failed), Error(io_failed), BrokenPipe.
ExitCode run_query(const QueryOptions& options, const Console& console);

/// The day it is in Viet Nam.
Day today();

}  // namespace timbao
