// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/tables/sql_rows.h"

#include <algorithm>
#include <array>
#include <utility>

#include "common/base/ascii.h"
#include "indexer/input/tables/copy_row.h"
#include "indexer/input/tables/csv_row.h"

namespace timbao {
namespace {

constexpr std::size_t kMostNameBytes = 200;
constexpr std::size_t kMostKeptNames = 20'000;  // of columns of all tables

/// Words that stand between INSERT and the name of the table.
constexpr std::array<std::string_view, 5> kInsertWords{"LOW_PRIORITY", "DELAYED", "HIGH_PRIORITY", "IGNORE", "INTO"};

/// Words that begin a line of CREATE TABLE that is no column.
constexpr std::array<std::string_view, 9> kNoColumns{"PRIMARY",  "KEY",     "UNIQUE", "INDEX",  "CONSTRAINT",
                                                     "FULLTEXT", "FOREIGN", "CHECK",  "SPATIAL"};

template <std::size_t kCount>
bool is_one_of(std::string_view word, const std::array<std::string_view, kCount>& words) {
  return std::any_of(words.begin(), words.end(), [word](std::string_view one) { return is_keyword(word, one); });
}

unsigned value_of_digit(char digit) {
  return static_cast<unsigned>(is_ascii_digit(digit) ? digit - '0' : to_ascii_lower(digit) - 'a' + 10);
}

/// The bytes of hexadecimal digits; the text itself where it holds anything else.
std::string bytes_of_hex(std::string_view digits) {
  if (digits.size() % 2 == 1 || !std::all_of(digits.begin(), digits.end(), is_ascii_hex_digit))
    return std::string(digits);
  std::string bytes;
  for (std::size_t at = 0; at < digits.size(); at += 2)
    bytes += static_cast<char>(value_of_digit(digits[at]) << 4U | value_of_digit(digits[at + 1]));
  return bytes;
}

}  // namespace

bool SqlRows::next() {
  if (!std::exchange(has_begun_, true)) tokens_.next();
  while (tokens_.kind() != SqlKind::end) {
    if (place_ == Place::statements) take_statement();
    if (place_ == Place::values && find_value_row()) return true;
    if (place_ == Place::copied_lines && find_copied_row()) return true;
  }
  return false;
}

/// Goes on among the rows of an INSERT. Returns whether it read one.
bool SqlRows::find_value_row() {
  if (tokens_.is_sign('(')) {
    line_ = tokens_.line();
    kind_ = take_row();
    return true;
  }
  if (tokens_.is_sign(','))
    tokens_.next();
  else
    place_ = Place::statements;
  return false;
}

/// Takes the next line behind COPY. Returns whether it is a row.
bool SqlRows::find_copied_row() {
  if (tokens_.next_line() == SqlKind::end) return false;
  std::string_view line = tokens_.text();
  if (ends_with(line, "\r")) line.remove_suffix(1);
  line_ = tokens_.line();
  if (line == "\\.") {
    place_ = Place::statements;
    tokens_.next();
    return false;
  }
  const bool is_too_long = tokens_.is_too_long() || line.size() > limit_bytes_;
  const bool is_wide = static_cast<std::size_t>(std::count(line.begin(), line.end(), '\t')) >= kMostCells;
  cells_ = copy_row(is_too_long || is_wide ? "" : line);
  const bool is_whole = !is_wide && (columns_.empty() || cells_.size() == columns_.size());
  kind_ = is_too_long ? Kind::too_long : is_whole ? Kind::whole : Kind::broken;
  return true;
}

void SqlRows::take_statement() {
  const bool is_insert = is_word("INSERT") || is_word("REPLACE"), is_create = is_word("CREATE");
  const bool is_copy = is_word("COPY"), is_end = tokens_.is_sign(';');
  tokens_.next();
  if (is_insert)
    take_insert();
  else if (is_create)
    take_create();
  else if (is_copy)
    take_copy();
  else if (!is_end)
    skip_statement();
}

/// Passes over the rest of a statement. One that has no semicolon ends where a line begins with INSERT.
void SqlRows::skip_statement() {
  while (tokens_.kind() != SqlKind::end && !tokens_.is_sign(';') && !(tokens_.begins_line() && is_word("INSERT")))
    tokens_.next();
}

void SqlRows::take_insert() {
  while (tokens_.kind() == SqlKind::word && is_one_of(tokens_.text(), kInsertWords)) tokens_.next();
  take_table();
  if (!is_word("VALUES") && !is_word("VALUE")) return skip_statement();
  tokens_.next();
  place_ = Place::values;
}

/// Takes "COPY tin (id, ten) FROM stdin;": the lines behind it are rows.
void SqlRows::take_copy() {
  take_table();
  const bool is_from = is_word("FROM");
  if (is_from) tokens_.next();
  const bool has_lines = is_from && is_word("STDIN");
  skip_statement();
  if (!has_lines || !tokens_.is_sign(';')) return;
  tokens_.next_line();  // the rest of the line of COPY
  place_ = Place::copied_lines;
}

/// Takes the name of a table, and of its columns where they stand there.
void SqlRows::take_table() {
  table_ = take_table_name();
  const auto known = tables_.find(table_);
  columns_ = known == tables_.end() ? std::vector<std::string>() : known->second;
  if (tokens_.is_sign('(')) columns_ = take_names();
}

/// The name of a table without that of its database.
std::string SqlRows::take_table_name() {
  std::string name;
  while (is_name() && name.size() <= kMostNameBytes) {
    const bool goes_on = name.empty() || name.back() == '.' || starts_with(tokens_.text(), ".");
    if (!goes_on) break;
    name += tokens_.text().substr(0, kMostNameBytes);
    tokens_.next();
  }
  const std::size_t point = name.rfind('.');
  return point == std::string::npos ? name : name.substr(point + 1);
}

/// The names at the beginnings of the parts of a list in brackets: of columns, or of lines of CREATE TABLE.
std::vector<std::string> SqlRows::take_names() {
  std::vector<std::string> names;
  bool is_at_name = true;
  for (std::size_t depth = 0; tokens_.kind() != SqlKind::end && !tokens_.is_sign(';'); tokens_.next()) {
    if (tokens_.is_sign('(')) ++depth;
    if (tokens_.is_sign(')') && --depth == 0) break;
    const bool is_no_column = tokens_.kind() == SqlKind::word && is_one_of(tokens_.text(), kNoColumns);
    if (is_at_name && is_name() && !is_no_column && names.size() < kMostCells)
      names.push_back(tokens_.text().substr(0, kMostNameBytes));
    is_at_name = depth == 1 && (tokens_.is_sign('(') || tokens_.is_sign(','));
  }
  if (tokens_.is_sign(')')) tokens_.next();
  return names;
}

void SqlRows::take_create() {
  if (is_word("TEMPORARY")) tokens_.next();
  if (!is_word("TABLE")) return skip_statement();
  tokens_.next();
  while (is_word("IF") || is_word("NOT") || is_word("EXISTS")) tokens_.next();
  std::string table = take_table_name();
  if (tokens_.is_sign('(')) {
    std::vector<std::string> columns = take_names();
    kept_names_ += columns.size() + 1;
    if (kept_names_ <= kMostKeptNames) tables_[std::move(table)] = std::move(columns);
  }
  skip_statement();
}

SqlRows::Kind SqlRows::take_row() {
  cells_.clear();
  cells_.emplace_back();
  word_.clear();
  has_text_ = false;
  is_later_argument_ = false;
  brackets_ = row_bytes_ = 0;
  bool is_too_long = false;
  for (Reading reading = Reading::on; reading == Reading::on;) {
    tokens_.next();
    row_bytes_ += tokens_.text().size();
    is_too_long = is_too_long || tokens_.is_too_long() || row_bytes_ > limit_bytes_;
    if (is_too_long) cells_.assign(1, {});
    reading = take_value_token();
    if (reading != Reading::failed) continue;
    tokens_.resync();
    tokens_.next();
    return Kind::broken;
  }
  tokens_.next();
  return is_too_long ? Kind::too_long : Kind::whole;
}

/// Takes a token within a row.
SqlRows::Reading SqlRows::take_value_token() {
  if (tokens_.kind() == SqlKind::end || tokens_.is_sign(';')) return Reading::failed;
  if (tokens_.is_sign('(')) ++brackets_;
  if (tokens_.is_sign('(') || tokens_.is_sign(',')) is_later_argument_ = tokens_.is_sign(',') && brackets_ > 0;
  if (tokens_.is_sign(')') && brackets_ == 0) {
    end_cell();
    return Reading::ended;
  }
  if (tokens_.is_sign(')')) --brackets_;
  if (tokens_.is_sign(',') && brackets_ == 0) {
    end_cell();
    if (cells_.size() == kMostCells) return Reading::failed;
    cells_.emplace_back();
  } else if (tokens_.kind() == SqlKind::text && !(is_later_argument_ && has_text_)) {
    cells_.back() += is_keyword(word_, "x") ? bytes_of_hex(tokens_.text()) : tokens_.text();
    has_text_ = true;
  } else if (tokens_.kind() == SqlKind::word) {
    if (has_text_ && brackets_ == 0) return Reading::failed;  // a quote within the string was not escaped
    word_ = tokens_.text();
  }
  return Reading::on;
}

void SqlRows::end_cell() {
  const bool is_hex = starts_with(word_, "0x") || starts_with(word_, "0X");
  if (!has_text_ && !is_keyword(word_, "NULL"))
    cells_.back() = is_hex ? bytes_of_hex(std::string_view(word_).substr(2)) : word_;
  word_.clear();
  has_text_ = false;
}

}  // namespace timbao
