// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/json/json_table.h"

#include <algorithm>

#include "common/base/ascii.h"
#include "indexer/input/json/json_string.h"

namespace timbao {
namespace {

constexpr std::string_view kSpace{" \t\r\n\0", 5};
constexpr std::string_view kColumns = "\"columns\"", kData = "\"data\"";

std::string_view without_space(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(kSpace), text.size()));
  return text;
}

/// Takes a value off the front of a text: a string, a list or an object with all that stands in it, or a word.
std::string_view take_value(std::string_view& text) {
  std::size_t at = 0;
  for (std::size_t depth = 0; at < text.size();) {
    const char c = text[at];
    const bool is_end = c == ']' || c == '}';
    if (depth == 0 && (is_end || c == ',' || c == ':' || kSpace.find(c) != std::string_view::npos)) break;
    if (c == '[' || c == '{') ++depth;
    if (is_end) --depth;
    at = c == '"' ? end_of_json_string(text, at) : at + 1;
    const bool is_closed = depth == 0 && (c == '"' || is_end);
    if (is_closed) break;
  }
  const std::string_view value = text.substr(0, at);
  text = without_space(text.substr(at));
  return value;
}

/// Takes a sign off the front of a text, with the white space behind it; false where another one stands there.
bool take_sign(std::string_view& text, char sign) {
  if (byte_at(text, 0) != sign) return false;
  text = without_space(text.substr(1));
  return true;
}

}  // namespace

/// The members of an object, or the elements of a list, one after the other. A list or an object that is cut off is given as far
/// as it goes.
class JsonTable::Pieces {
 public:
  explicit Pieces(std::string_view text) : rest_(without_space(text)), closing_(byte_at(rest_, 0) == '{' ? '}' : ']') {
    is_open_ = take_sign(rest_, '{') || take_sign(rest_, '[');
  }

  bool next() {
    if (!is_open_ || take_sign(rest_, closing_)) return is_open_ = false;
    value_ = take_value(rest_);
    if (closing_ == '}') {
      name_ = value_;
      is_open_ = take_sign(rest_, ':');
      value_ = is_open_ ? take_value(rest_) : std::string_view();
    }
    is_sound_ = is_open_ && !value_.empty() && (take_sign(rest_, ',') || byte_at(rest_, 0) == closing_);
    is_open_ = is_sound_;
    return is_sound_ || byte_at(value_, 0) == '{' || byte_at(value_, 0) == '[';
  }

  [[nodiscard]] std::string_view name() const { return name_; }  ///< of a member, in its quotes
  [[nodiscard]] std::string_view value() const { return value_; }
  [[nodiscard]] bool is_sound() const { return is_sound_; }  ///< no piece so far was cut off

 private:
  std::string_view rest_, name_, value_;
  char closing_;
  bool is_open_ = false, is_sound_ = true;
};

JsonTable::JsonTable(std::string_view text) {
  if (byte_at(without_space(text), 0) == '[')
    take_rows(text);
  else
    take_members(text);
}

void JsonTable::take_members(std::string_view text) {
  Pieces members(text);
  while (members.next()) {
    if (members.name() == kColumns && names_.empty())
      take_names(members.value());
    else if (members.name() == kData && byte_at(members.value(), 0) == '[')
      take_rows(members.value());
    else if (byte_at(members.value(), 0) == '{')
      take_column(members.name(), members.value());
  }
  is_whole_ = is_whole_ && members.is_sound();
}

void JsonTable::take_names(std::string_view list) {
  Pieces names(list);
  while (names.next() && names_.size() < kMostNames)
    names_.push_back(starts_with(names.value(), "\"") ? names.value() : std::string_view());
}

/// Takes a list of rows, of which the first one has the names where they are not known yet.
void JsonTable::take_rows(std::string_view list) {
  Pieces rows(list);
  if (names_.empty() && rows.next()) take_names(rows.value());
  while (rows.next() && add_row()) {
    Pieces cells(rows.value());
    for (std::size_t column = 0; cells.next(); ++column) add_cell(rows_.size() - 1, column, cells.value());
  }
  is_whole_ = is_whole_ && rows.is_sound();
}

void JsonTable::take_column(std::string_view name, std::string_view cells) {
  const std::size_t column = names_.size();
  if (column < kMostNames) names_.push_back(name);
  Pieces pieces(cells);
  while (pieces.next()) {
    const auto known = places_.find(pieces.name());
    if (known == places_.end() && !add_row()) break;
    const std::size_t row = known == places_.end() ? rows_.size() - 1 : known->second;
    if (known == places_.end()) places_.emplace(pieces.name(), row);
    add_cell(row, column, pieces.value());
  }
  is_whole_ = is_whole_ && pieces.is_sound();
}

/// Adds a row, which counts as a cell. Returns whether there was room for it.
bool JsonTable::add_row() {
  is_whole_ = is_whole_ && cells_ < kMostCells;
  if (cells_ >= kMostCells) return false;
  ++cells_;
  rows_.emplace_back();
  return true;
}

void JsonTable::add_cell(std::size_t row, std::size_t column, std::string_view cell) {
  std::vector<std::string_view>& cells = rows_[row];
  const bool has_room = column < names_.size() && cells_ + column < kMostCells;
  is_whole_ = is_whole_ && has_room;
  if (!has_room || column < cells.size()) return;
  cells_ += column + 1 - cells.size();
  cells.resize(column + 1);
  cells.back() = cell;
}

std::string JsonTable::record(std::size_t row) const {
  std::string text = "{";
  for (std::size_t column = 0; column < rows_[row].size(); ++column) {
    if (rows_[row][column].empty()) continue;
    if (text.size() > 1) text += ',';
    if (names_[column].empty())
      text += "\"column " + std::to_string(column + 1) + '"';
    else
      text += names_[column];
    (text += ':') += rows_[row][column];
  }
  return text += '}';
}

bool begins_json_table(std::string_view text) {
  if (!first_row_of_table(text).empty()) return true;
  if (!take_sign(text, '{')) return false;
  const std::string_view name = take_value(text);
  if (!take_sign(text, ':')) return false;
  if (name == kColumns) return take_sign(text, '[') && byte_at(text, 0) == '"';
  if (!take_sign(text, '{') || byte_at(text, 0) != '"') return false;
  const std::string_view label = take_value(text);
  const bool is_number = label.size() > 2 && is_digits(label.substr(1, label.size() - 2));
  return is_number && take_sign(text, ':') && byte_at(text, 0) != '{' && byte_at(text, 0) != '[';
}

std::vector<std::string> first_row_of_table(std::string_view text) {
  std::vector<std::string> names;
  if (!take_sign(text, '[') || byte_at(text, 0) != '[') return names;
  std::string_view row = take_value(text);
  if (byte_at(text, 0) != ',' || !take_sign(row, '[')) return names;
  while (byte_at(row, 0) == '"') {
    const std::string_view name = take_value(row);
    names.emplace_back(name.substr(1, name.size() - std::min<std::size_t>(name.size(), 2)));
    take_sign(row, ',');
  }
  return byte_at(row, 0) == ']' ? names : std::vector<std::string>();
}

}  // namespace timbao
