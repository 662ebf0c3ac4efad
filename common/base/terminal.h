// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <string>

namespace timbao {

/// What the other end of an output can show. A file or a pipe is Terminal{}: it shows UTF-8 and nothing else of this.
struct Terminal {
  std::size_t columns = 0;    ///< of a line; 0: unknown, or no terminal
  bool moves_cursor = false;  ///< obeys escape sequences: TERM is set, and is not "dumb"
  bool wants_colour = false;  ///< obeys them, and nothing in the environment asks for plain text
  bool shows_utf8 = true;     ///< the locale's charset is UTF-8; a file or a pipe takes it always
};

/// The value of an environment variable by its name; empty where it is not set.
///
///   const Environment none = [](const char*) { return std::string(); };     // of a test
using Environment = std::function<std::string(const char* name)>;

/// The environment of the process: process_environment()("TERM") == "xterm".
Environment process_environment();

/// Finds out what an open file can show.
///
///   look_at_terminal(STDOUT_FILENO, process_environment()).wants_colour
///
/// Takes    a file descriptor, and the environment.
/// Returns  the width that the terminal itself tells, else that of COLUMNS where that is a number up to 10,000. No
///          colour is wanted where NO_COLOR is set and not empty, or CLICOLOR is 0. The charset is that of LC_ALL, else
///          of LC_CTYPE, else of LANG.
/// Errors   none: a descriptor that is closed is no terminal.
/// Source   isatty(3), ioctl_tty(2) TIOCGWINSZ, no-color.org. Covered by terminal_test, which opens a pseudoterminal.
Terminal look_at_terminal(int descriptor, const Environment& environment);

}  // namespace timbao
