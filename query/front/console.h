// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <iosfwd>

#include "common/base/terminal.h"

namespace timbao {

/// What surrounds a run of timbao-query: its streams, the terminal behind its output if there is one, and its clock.
struct Console {
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
  Terminal terminal;               ///< of the output; that of a file has no width and wants no colour
  std::function<double()> now_ms;  ///< milliseconds of a clock that never goes back
};

/// The streams of the process, its terminal and its clock. The environment is read here and nowhere else.
Console process_console();

}  // namespace timbao
