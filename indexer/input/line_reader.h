// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/input/input_file.h"

namespace timbao {

/// Reads a file line by line, holding no line that is over a limit.
///
///   LineReader lines(file, 16 << 20);
///   while (lines.next()) use(lines.text(), lines.number());
///
/// A line ends with \n or \r\n, the last one with the file; a byte order mark before the first is no part of it.
/// A line over the limit is passed over: its text() is empty and it is_too_long(). A line that a stop or a failure cuts
/// short is none.
class LineReader {
 public:
  LineReader(InputFile& file, std::size_t limit_bytes);

  /// Goes to the next line; false where there is none.
  bool next();

  [[nodiscard]] std::string& text() { return text_; }             ///< may be changed: it is read anew by next()
  [[nodiscard]] std::uint64_t number() const { return number_; }  ///< from 1
  [[nodiscard]] bool is_too_long() const { return too_long_; }

  /// The file's first bytes (at most 64 KB); to be asked before the first next().
  [[nodiscard]] std::string_view head();

 private:
  bool fill();
  void take(std::string_view piece);
  bool end_line();

  InputFile& file_;
  std::size_t limit_bytes_;
  std::vector<char> buffer_;
  std::string_view rest_;  // what of the buffer is not yet in a line
  std::string text_;
  std::uint64_t number_ = 0;
  bool too_long_ = false;
};

}  // namespace timbao
