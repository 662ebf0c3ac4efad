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
  bool is_too_long = false;  ///< the line was longer; its rest was passed over
};

/// Reads lines of standard input, and says when it is about to wait for more. A program that answers line by line
/// flushes its output then, and not after each line.
///
///   LineSource lines(std::cin, 1 << 20, [&] { out.flush(); });
///   while (auto line = lines.next()) answer(line->text);
///
/// Takes    a stream, which must outlive it; how many bytes of a line are returned at most; what to do before a read
///          that may wait.
/// Errors   Error(io_failed) where reading fails.
/// Threads  one thread uses it.
/// Source   docs/query-language.md, "Many queries". Covered by line_source_test and line_source_fuzz.
class LineSource {
 public:
  LineSource(std::istream& in, std::size_t limit_bytes, std::function<void()> before_waiting);

  /// The next line; nothing at the input's end. Byte order marks before a line, as files that were joined have, are
  /// passed over. The last line need not have a line end.
  std::optional<InputLine> next();

 private:
  /// Reads what is there into the buffer, and waits only where nothing is. Returns false at the input's end.
  bool fill();

  std::istream& in_;
  std::size_t limit_bytes_;
  std::function<void()> before_waiting_;
  /// Bytes that were read. Those from at_ on were not returned yet.
  std::string buffer_;
  std::size_t at_ = 0;
};

}  // namespace timbao
