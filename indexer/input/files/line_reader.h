// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/input/files/buffered_input.h"

namespace timbao {

/// Reads a file line by line, holding no line that is over a limit.
///
///   LineReader lines(input, 16 << 20);
///   while (lines.next()) use(lines.text(), lines.number());
///
/// A line ends with \n or \r\n, the last one with the file; byte order marks at its beginning are no part of it. A line
/// over the limit is passed over: its text() is empty and it is_too_long(). A line that a stop or a failure cuts short
/// is none.
class LineReader {
 public:
  LineReader(BufferedInput& input, std::size_t limit_bytes) : input_(input), limit_bytes_(limit_bytes) {}

  /// Goes to the next line; false where there is none.
  bool next();

  [[nodiscard]] std::string& text() { return text_; }             ///< may be changed: it is read anew by next()
  [[nodiscard]] std::uint64_t number() const { return number_; }  ///< from 1
  [[nodiscard]] bool is_too_long() const { return too_long_; }

 private:
  void take(std::string_view piece);
  bool end_line();

  BufferedInput& input_;
  std::size_t limit_bytes_;
  std::string text_;
  std::uint64_t number_ = 0;
  bool too_long_ = false;
};

}  // namespace timbao
