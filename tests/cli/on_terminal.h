// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

namespace timbao::test {

/// A terminal that a program is started on.
struct TerminalOptions {
  unsigned short columns = 80;
  std::map<std::string, std::string> environment;  ///< instead of ours, in which TERM and the like may stand
};

/// Runs a program on a terminal of its own, as its input, output and errors, and takes all that it writes there.
///
///   run_on_terminal({TIMBAO_QUERY_BIN, "--index", index, "đảng"}, {40, {{"TERM", "xterm"}}})
///
/// Returns  what the terminal got, with line feeds alone as line ends.
/// Errors   the test fails where the program cannot be started or ends by a signal.
std::string run_on_terminal(const std::vector<std::string>& command, const TerminalOptions& options);

}  // namespace timbao::test
