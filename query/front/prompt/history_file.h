// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "common/base/terminal.h"

namespace timbao {

/// Where the prompt keeps its lines: $XDG_STATE_HOME/timbao/history, else ~/.local/state/timbao/history, where ~ is
/// $HOME. A variable that is empty, or that is no absolute path, counts as one that is not set.
///
///   history_path(environment) == "/home/lan/.local/state/timbao/history"
///
/// Returns  an empty path where neither is set: then lines are remembered for the session only.
/// Errors   none.
/// Source   XDG Base Directory Specification 0.8. Covered by history_file_test.
std::string history_path(const Environment& environment);

/// Makes the file and its folders where they are missing, and sees that nobody else can read it (mode 0600).
///
///   prepare_history_file("/home/lan/.local/state/timbao/history")
///
/// Takes    a path that history_path() returned.
/// Errors   Error(io_failed): the file cannot be made or is no regular file.
/// Source   covered by history_file_test and tests/cli/prompt_test.cc.
void prepare_history_file(const std::string& path);

}  // namespace timbao
