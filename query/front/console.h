// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <iosfwd>

#include "common/base/terminal.h"

namespace timbao {

/// What surrounds a run of timbao-query: its streams, the terminal behind its output if there is one, and its clock.
/// Fronts get it as an argument and touch nothing else of the process, so tests run them on strings.
///
///   std::istringstream in; std::ostringstream out, err;
///   const Console console{in, out, err, Terminal{}, [] { return 0.0; }};
struct Console {
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
  Terminal terminal;               ///< of the output; that of a file has no width and wants no colour
  std::function<double()> now_ms;  ///< milliseconds of a clock that never goes back
};

/// The streams of the process, its terminal and its clock.
///
/// Returns  streams that are not synchronised with C's stdio: else the library reads a byte at a time, and cannot tell
///          --batch whether more input is waiting.
/// Errors   none.
/// Source   the environment is read here and nowhere else in timbao-query.
Console process_console();

}  // namespace timbao
