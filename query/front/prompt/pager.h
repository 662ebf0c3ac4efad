// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "common/base/terminal.h"

namespace timbao {

/// The program that shows long texts, with its arguments: $PAGER, split at spaces, else less.
///
///   pager_command("(Đảng)", environment) == {"less", "-R", "+/(Đảng)"}     // PAGER is not set
///   pager_command("", environment) == {"more", "-s"}                        // PAGER="more -s"
///
/// Takes    a regular expression, which only less is given: it begins at the first place that matches, and its keys n and
///          N go from place to place.
/// Returns  nothing where PAGER is not set and the terminal cannot move its cursor: then the text is to be printed.
/// Errors   none.
/// Source   environ(7) for PAGER. Covered by pager_test.
std::vector<std::string> pager_command(const std::string& pattern, const Environment& environment);

/// Runs a program with a text as its standard input, and waits for it.
///
///   show_in_pager({"less", "-R"}, text)
///
/// Takes    the program and its arguments, which no shell sees.
/// Returns  when the program has ended. What it did not read of the text is dropped.
/// Errors   Error(io_failed) where it cannot be started.
/// Source   fork(2), execvp(3). Covered by tests/cli/prompt_test.cc.
/// Threads  called while the process has no other threads. Ctrl-C belongs to the program meanwhile.
void show_in_pager(const std::vector<std::string>& command, const std::string& text);

}  // namespace timbao
