// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "indexer/input/tables/sql_tokens.h"

namespace timbao {

/// The rows that a dump of a database inserts into its tables, in memory for one of them.
///
///   CREATE TABLE `tin` (`id` int, `ten` text);
///   INSERT INTO `tin` VALUES (1,'Đê điều'),(2,NULL);
///
///   rows.next();   rows.table() == "tin", columns() == {"id", "ten"}, cells() == {"1", "Đê điều"}, line() == 2
///   rows.next();   cells() == {"2", ""}
///
/// The columns are those of the INSERT, else those of the CREATE TABLE before it, else none. A row that cannot be read is
/// broken, and the next one begins where a line begins with a bracket, or behind "),". Strings in hexadecimal (0x41, X'41')
/// are their bytes. Other statements are passed over.
///
/// Takes    an input that outlives it, and the most bytes of a row.
/// Errors   none; input.source() says how the reading ended.
/// Threads  one thread at a time.
/// Source   MySQL 8.0 Reference Manual, 13.2.6 (INSERT), and what mysqldump and phpMyAdmin write; N'…' and [names] of SQL
///          Server; PostgreSQL 15, COPY. Covered by sql_rows_test and sql_rows_fuzz.
class SqlRows {
 public:
  /// What next() found.
  enum class Kind : std::uint8_t { whole, broken, too_long };

  SqlRows(BufferedInput& input, std::size_t limit_bytes) : tokens_(input, limit_bytes), limit_bytes_(limit_bytes) {}

  /// Goes to the next row of any table; false where there is none.
  bool next();

  [[nodiscard]] Kind kind() const { return kind_; }
  [[nodiscard]] std::uint64_t line() const { return line_; }  ///< where the row begins, from 1
  [[nodiscard]] const std::string& table() const { return table_; }
  [[nodiscard]] const std::vector<std::string>& columns() const { return columns_; }
  [[nodiscard]] const std::vector<std::string>& cells() const { return cells_; }  ///< of a whole row

 private:
  /// How the reading of a part of the dump went on.
  enum class Reading : std::uint8_t { on, ended, failed };

  /// What stands at the place that the reading has come to.
  enum class Place : std::uint8_t { statements, values, copied_lines };

  bool find_value_row();
  bool find_copied_row();
  void take_statement();
  void take_insert();
  void take_copy();
  void take_table();
  void take_create();
  void skip_statement();
  std::string take_table_name();
  std::vector<std::string> take_names();
  Kind take_row();
  Reading take_value_token();
  void end_cell();
  [[nodiscard]] bool is_name() const { return tokens_.kind() != SqlKind::sign && tokens_.kind() != SqlKind::end; }
  [[nodiscard]] bool is_word(std::string_view keyword) const {
    return tokens_.kind() == SqlKind::word && is_keyword(tokens_.text(), keyword);
  }

  SqlTokens tokens_;  // its token is the next one that is to be looked at, but among copied lines
  std::size_t limit_bytes_;
  bool has_begun_ = false;
  Place place_ = Place::statements;
  Kind kind_ = Kind::whole;
  std::uint64_t line_ = 0;
  std::string table_;
  std::vector<std::string> columns_, cells_;
  std::string word_;          // of the value that is read
  bool has_text_ = false;     // it has a string
  std::size_t brackets_ = 0;  // that are open in it
  bool is_later_argument_ = false;
  std::size_t row_bytes_ = 0;
  std::size_t kept_names_ = 0;
  std::unordered_map<std::string, std::vector<std::string>> tables_;  // the columns of each
};

}  // namespace timbao
