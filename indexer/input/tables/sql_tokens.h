// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/input/files/bounded_text.h"
#include "indexer/input/files/buffered_input.h"

namespace timbao {

/// What a token of SQL is.
enum class SqlKind : std::uint8_t {
  end,   ///< the source has no more tokens
  word,  ///< a keyword, a name without quotes, a number: INSERT, dbo.tin, -1.5, 0x41
  name,  ///< a name in backticks or square brackets
  text,  ///< a string in single or double quotes, without its escapes
  sign,  ///< any other byte
};

/// The tokens of a dump of a database, in memory for one of them.
///
///   INSERT INTO `tin` VALUES (1,'Đê \'mới\'');    INSERT  INTO  tin  VALUES  (  1  ,  Đê 'mới'  )  ;
///
/// White space and comments (`-- `, `#`, `/* */`) are passed over. A string over the limit is passed over too: its text()
/// is empty and is_too_long() is true.
///
/// Takes    an input that outlives it, and the most bytes of a token.
/// Errors   none; input.source() says how the reading ended.
/// Threads  one thread at a time.
/// Source   MySQL 8.0 Reference Manual, 9.1.1 (string literals), 9.2 (names), 9.7 (comments). Covered by sql_rows_test and
///          sql_rows_fuzz.
class SqlTokens {
 public:
  SqlTokens(BufferedInput& input, std::size_t limit_bytes) : input_(input), text_(limit_bytes) {}

  /// Goes to the next token, and returns what it is.
  SqlKind next();

  /// Goes to what is left of the line, or to the next line where nothing is left, and takes it as a text: what stands there
  /// is no SQL.
  ///
  /// Returns  SqlKind::text, without the end of the line; SqlKind::end where the source has no more lines.
  SqlKind next_line();

  /// Passes over everything up to what may begin a row or a statement, after a row that could not be read: a bracket or a
  /// letter at the beginning of a line, or a bracket behind "),".
  void resync();

  [[nodiscard]] SqlKind kind() const { return kind_; }
  [[nodiscard]] const std::string& text() const { return text_.bytes(); }
  [[nodiscard]] bool is_too_long() const { return text_.is_too_long(); }
  [[nodiscard]] bool is_sign(char sign) const { return kind_ == SqlKind::sign && sign_ == sign; }
  [[nodiscard]] bool begins_line() const { return begins_line_; }  ///< nothing stands before it on its line
  [[nodiscard]] std::uint64_t line() const { return line_; }       ///< where it begins, from 1

 private:
  bool has_more();
  char peek();
  void take();
  void skip_until(std::string_view end);
  void skip_space();
  bool skip_comment();
  void take_quoted(char quote);
  void take_escape();
  void take_word();

  BufferedInput& input_;
  BoundedText text_;
  std::string_view piece_;  // of the input
  std::size_t at_ = 0;      // in piece_
  SqlKind kind_ = SqlKind::end;
  char sign_ = '\0';
  char dash_ = '\0';           // a dash that was taken while a comment was looked for
  bool begins_line_ = true;    // of the token
  bool is_line_empty_ = true;  // of what stands before this place on its line
  std::uint64_t line_ = 1, current_line_ = 1;
};

/// Whether two keywords are equal, whatever their case.
bool is_keyword(std::string_view word, std::string_view keyword);

}  // namespace timbao
