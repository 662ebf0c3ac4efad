// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace timbao {

/// Rows with more cells than this are no rows of a table.
inline constexpr std::size_t kMostCells = 2'000;

/// How a row stands behind one of its lines.
enum class RowEnd : std::uint8_t {
  closed,  ///< the row is complete
  open,    ///< a quoted cell goes on in the next line
  broken,  ///< a quoted cell of an earlier line was never closed, or the row has more than kMostCells cells
};

/// The cells of one row of CSV, which is taken line by line because a quoted cell may hold line ends.
///
///   CsvRow row(',');
///   row.take("a1,\"Đê điều:") == RowEnd::open
///   row.take("bà con \"\"họp\"\"\",x") == RowEnd::closed
///   row.cells() == {"a1", "Đê điều:\nbà con \"họp\"", "x"}
///
/// Beyond RFC 4180 it reads what programs and people write: blanks before an opening quote and behind a closing one,
/// `\"` within quotes, and quotes within quotes that are not doubled, where blanks show which of them open and close
/// (`"Ông nói "không" với báo",x`). A quote that does not stand at the beginning of a cell is a character. In a cell
/// that goes on from an earlier line, a single quote that opens a cell shows that the earlier cell was never closed.
///
/// Takes    lines without their ends, of any bytes in a charset that has ASCII.
/// Errors   none.
/// Source   RFC 4180; covered by csv_row_test and csv_rows_fuzz.
class CsvRow {
 public:
  explicit CsvRow(char separator) : separator_(separator) {}

  /// Begins a new row.
  void clear();

  /// Takes the next line of the row.
  RowEnd take(std::string_view line);

  [[nodiscard]] const std::vector<std::string>& cells() const { return cells_; }

 private:
  /// What a quote within a quoted cell is.
  enum class Quote : std::uint8_t { doubled, escaped, inner, closing, last, stray };

  std::size_t begin_cell(std::string_view line, std::size_t at);
  std::size_t take_quoted(std::string_view line, std::size_t at);
  [[nodiscard]] Quote kind_of(std::string_view line, std::size_t quote) const;
  [[nodiscard]] bool is_cell_end(std::string_view line, std::size_t at) const;

  char separator_;
  std::vector<std::string> cells_;
  std::size_t inner_ = 0;      // quotes within the open cell that are open
  bool is_open_ = false;       // the last cell is quoted and not closed
  bool is_continued_ = false;  // it was opened in an earlier line
  bool is_broken_ = false;
};

}  // namespace timbao
