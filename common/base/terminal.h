// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <string>

namespace timbao {

/// What the other end of an output can show; for a file or a pipe, nothing of all this.
struct Terminal {
  std::size_t columns = 0;    ///< of a line; 0: unknown, or no terminal
  bool moves_cursor = false;  ///< obeys escape sequences: neither TERM=dumb nor without TERM
  bool wants_colour = false;  ///< that, and nothing in the environment asks for plain text
};

/// The value of an environment variable; empty where it is not set.
using Environment = std::function<std::string(const char* name)>;

/// The environment of the process.
Environment process_environment();

/// Looks what an open file is.
///
///   look_at_terminal(STDOUT_FILENO, process_environment()).wants_colour
///
/// Takes    the width from the terminal itself, else from COLUMNS. No colour is wanted where NO_COLOR is set and not
/// empty
///          (no-color.org) or CLICOLOR is 0.
/// Errors   none.
Terminal look_at_terminal(int descriptor, const Environment& environment);

}  // namespace timbao
