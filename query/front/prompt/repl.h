// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "common/base/error.h"
#include "query/front/prompt/session.h"

namespace timbao {

/// --repl: answers the lines that a person types, each a query or a command.
///
///   run_repl(options, archive, process_console())
///
/// Where standard input is no terminal its lines are read as they are, without a prompt, editing or history, so that a
/// script can use the commands too.
///
/// Takes    options of the command line, which hold until the prompt sets others.
/// Returns  done, at the end of the input or at :quit. What is wrong with a line is told and changes nothing.
/// Errors   Error(io_failed), BrokenPipe where the output is gone; Error(index_failed) where the index cannot be opened
///          at the start.
/// Source   docs/prompt.md. Covered by tests/cli/prompt_test.cc.
ExitCode run_repl(const QueryOptions& options, const Archive& archive, const Console& console);

}  // namespace timbao
