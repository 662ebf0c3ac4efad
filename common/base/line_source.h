// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <iosfwd>
#include <optional>
#include <string>

namespace timbao {

/// A line of input without its line end (\n or \r\n).
struct InputLine {
  std::string text;          ///< at most the limit
  bool is_too_long = false;  ///< the rest was passed over
};

/// Reads lines, and says when it is about to wait for more.
///
///   LineSource lines(std::cin, 1 << 20, [&] { out.flush(); });
///   while (auto line = lines.next()) answer(line->text);
///
/// Takes    a stream; how many bytes of a line are kept; what to do before a read that may wait.
/// Returns  nothing at the input's end. A byte order mark before a line, as files that were joined have, is passed
/// over. Errors   Error(io_failed) where reading fails.
class LineSource {
 public:
  LineSource(std::istream& in, std::size_t limit_bytes, std::function<void()> before_waiting);

  std::optional<InputLine> next();

 private:
  bool fill();

  std::istream& in_;
  std::size_t limit_bytes_;
  std::function<void()> before_waiting_;
  std::string buffer_;  // read and not yet given out, from at_ on
  std::size_t at_ = 0;
};

}  // namespace timbao
