// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <iosfwd>

namespace timbao {

enum class OutputIs : std::uint8_t { file, terminal };

/// What surrounds a run of timbao-query: its streams and its clock.
struct Console {
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
  OutputIs output_is = OutputIs::file;
  std::function<double()> now_ms;  ///< milliseconds of a clock that never goes back
};

/// The streams of the process and its clock.
Console process_console();

}  // namespace timbao
