// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "indexer/input/files/bounded_text.h"
#include "indexer/input/files/buffered_input.h"

namespace timbao {

/// Reads a source line by line, in memory for one line that is within a limit.
///
///   LineReader lines(input, 16 << 20);
///   while (lines.next()) use(lines.text(), lines.number());
///
/// A line ends with \n or \r\n, the last one with the source. Byte order marks at the beginning of a line are dropped.
/// A line over the limit is passed over: its text() is empty and is_too_long() is true. A line that a stop or a failure
/// cuts short is not given.
///
/// Takes    an input that outlives it, and the most bytes of a line; \n does not count, \r and byte order marks do.
/// Errors   none; input.source() says how the reading ended.
/// Threads  one thread at a time.
/// Source   covered by line_reader_test and line_reader_fuzz.
class LineReader {
 public:
  LineReader(BufferedInput& input, std::size_t limit_bytes) : input_(input), text_(limit_bytes) {}

  /// Goes to the next line; false where there is none.
  bool next();

  /// The line. The caller may change it: next() empties it.
  [[nodiscard]] std::string& text() { return text_.bytes(); }
  [[nodiscard]] std::uint64_t number() const { return number_; }  ///< from 1
  [[nodiscard]] bool is_too_long() const { return text_.is_too_long(); }

 private:
  void end_line();

  BufferedInput& input_;
  BoundedText text_;
  std::uint64_t number_ = 0;
};

}  // namespace timbao
