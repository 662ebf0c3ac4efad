// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/input/files/buffered_input.h"
#include "indexer/input/files/line_reader.h"
#include "indexer/input/tables/csv_row.h"

namespace timbao {

/// Cuts a source of CSV into rows, in memory for one of them.
///
///   title,body                        cells() == {"title", "body"}, line() == 1
///   "Đê điều","Bà con
///   họp."                             cells() == {"Đê điều", "Bà con\nhọp."}, line() == 2
///
///   CsvRows rows(input, {16 << 20, ','});
///   while (rows.next()) use(rows.cells(), rows.line());
///
/// A quote that is never closed would take the rest of the source with it. Such a row is broken, and the next row begins
/// on the next line: its lines are read a second time, and there a quoted cell must end where its line ends, except on
/// the last of them. So every line is looked at three times at most.
///
/// Takes    an input that outlives it.
/// Errors   none; input.source() says how the reading ended.
/// Threads  one thread at a time.
/// Source   RFC 4180; covered by csv_rows_test and csv_rows_fuzz.
class CsvRows {
 public:
  /// How a source of CSV is cut.
  struct Shape {
    std::size_t limit_bytes = 0;  ///< of one row
    char separator = ',';
  };

  /// What next() found.
  enum class Kind : std::uint8_t { whole, broken, too_long };

  CsvRows(BufferedInput& input, const Shape& shape)
      : input_(input), lines_(input, shape.limit_bytes), limit_bytes_(shape.limit_bytes), row_(shape.separator) {}

  /// Goes to the next row; false where there is none. A row that a stop or a failure cuts short is not given.
  bool next();

  [[nodiscard]] Kind kind() const { return kind_; }
  [[nodiscard]] std::uint64_t line() const { return line_; }  ///< where the row begins, from 1
  [[nodiscard]] const std::vector<std::string>& cells() const { return row_.cells(); }  ///< of a whole row

 private:
  /// Whether a quoted cell may go on behind the end of a line.
  enum class Reach : std::uint8_t { any_line, its_line };

  bool take_line();
  bool take_held_line();
  void forget_held_lines();
  std::optional<Kind> take_row();
  void go_back();

  BufferedInput& input_;
  LineReader lines_;
  std::size_t limit_bytes_;
  CsvRow row_;
  Kind kind_ = Kind::whole;
  std::uint64_t line_ = 0, current_line_ = 0;
  std::string current_;            // the line that was taken last
  Reach reach_ = Reach::any_line;  // of that line
  bool is_too_long_ = false;       // that line is
  std::string held_;               // lines behind the first line of the row, each ended by \n, and what is read again
  std::size_t held_at_ = 0;        // where the next line to read again begins
  std::size_t row_at_ = 0;         // where in held_ the second line of the row begins
  std::size_t closed_to_ = 0;      // lines of held_ before this have Reach::its_line
};

}  // namespace timbao
