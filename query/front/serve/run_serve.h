// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "common/base/error.h"
#include "query/front/console.h"
#include "query/front/option_table.h"

namespace timbao {

/// --serve: answers the requests of browsers and programs, until SIGINT or SIGTERM. It prints its address when it
/// listens: "http://127.0.0.1:8042/".
///
/// Takes    options of QueryTask::serve.
/// Returns  done.
/// Errors   Error(usage) where it would listen beyond this machine without a token, or the token's file makes no sense;
///          Error(io_failed) where it cannot listen; Error(index_failed).
/// Source   docs/serve.md. Covered by tests/cli/serve_test.cc.
ExitCode run_serve(const QueryOptions& options, const Console& console);

}  // namespace timbao
