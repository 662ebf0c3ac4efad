// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace timbao {

/// A table that a program has written as one JSON text, and the records that its rows are.
///
///   {"title":{"0":"Đê","1":"Lũ"},"views":{"0":1,"1":2}}                  column by column, each row under its label
///   {"columns":["title","views"],"index":[0,1],"data":[["Đê",1],["Lũ",2]]}        row by row
///   [["title","views"],["Đê",1],["Lũ",2]]                                          the same, the names in the first row
///
///   JsonTable table(text);    table.rows() == 2     table.record(1) == "{\"title\":\"Lũ\",\"views\":2}"
///
/// Names and cells are only cut out of the text, so that it may be in any charset that has ASCII.
///
/// Takes    a text that begins as begins_json_table() says; it must outlive this. A text that is cut off, or is no JSON,
///          gives the rows before the fault.
/// Errors   none.
/// Source   pandas, DataFrame.to_json() (orient="columns", the default, and "split"); tables of services, such as those of
///          Google Sheets. Covered by json_table_test and json_table_fuzz.
class JsonTable {
 public:
  explicit JsonTable(std::string_view text);

  [[nodiscard]] std::size_t rows() const { return rows_.size(); }

  /// The record of a row, counted from 0: an object with a member for each cell, which is "column 7" where it has no name.
  [[nodiscard]] std::string record(std::size_t row) const;

  /// Whether the text was read to its end, every cell has a name, and there are no more cells and names than these.
  [[nodiscard]] bool is_whole() const { return is_whole_; }

  static constexpr std::size_t kMostCells = 200'000, kMostNames = 2'000;

 private:
  class Pieces;
  void take_members(std::string_view text);
  void take_names(std::string_view list);
  void take_rows(std::string_view list);
  void take_column(std::string_view name, std::string_view cells);
  bool add_row();
  void add_cell(std::size_t row, std::size_t column, std::string_view cell);

  std::vector<std::string_view> names_;                       // as JSON strings; empty where a column has none
  std::vector<std::vector<std::string_view>> rows_;           // by column; an empty cell is none
  std::unordered_map<std::string_view, std::size_t> places_;  // of the rows, by label
  std::size_t cells_ = 0;
  bool is_whole_ = true;
};

/// Whether a text begins like one of the tables that JsonTable reads.
///
///   begins_json_table("{\"title\":{\"0\":\"Đê\"") == true     begins_json_table("{\"a1\":{\"title\":\"Đê\"") == false
///
/// Takes    a text without_leading_space().
bool begins_json_table(std::string_view text);

/// The names in the first row of a table that is a list of lists; none where the text is no such table.
///
///   first_row_of_table("[[\"title\",\"views\"],[") == {"title", "views"}
///
/// Takes    a text without_leading_space(), which may go on behind it. Escapes in names stay as they are.
std::vector<std::string> first_row_of_table(std::string_view text);

}  // namespace timbao
