// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/tables/sql_tokens.h"

#include <algorithm>
#include <array>
#include <utility>

#include "common/base/ascii.h"

namespace timbao {
namespace {

constexpr std::string_view kSpace{" \t\r\n\v\f\0", 7};

/// What a letter behind a backslash stands for; any other byte is itself.
constexpr std::array<std::pair<char, char>, 6> kEscapes{
    {{'n', '\n'}, {'r', '\r'}, {'t', '\t'}, {'b', '\b'}, {'Z', '\x1A'}, {'0', '\0'}}};

bool is_space(char byte) { return kSpace.find(byte) != std::string_view::npos; }

bool is_word_byte(char byte) {
  return is_ascii_letter_or_digit(byte) || !is_ascii(byte) ||
         std::string_view("_.$@").find(byte) != std::string_view::npos;
}

}  // namespace

bool is_keyword(std::string_view word, std::string_view keyword) {
  return std::equal(word.begin(), word.end(), keyword.begin(), keyword.end(),
                    [](char a, char b) { return to_ascii_lower(a) == to_ascii_lower(b); });
}

bool SqlTokens::has_more() {
  if (at_ < piece_.size()) return true;
  input_.use(piece_.size());
  piece_ = input_.bytes();
  at_ = 0;
  return !piece_.empty();
}

char SqlTokens::peek() { return has_more() ? piece_[at_] : '\0'; }

void SqlTokens::take() {
  if (!has_more()) return;
  if (piece_[at_] == '\n') ++current_line_;
  is_line_empty_ = piece_[at_] == '\n' || (is_line_empty_ && is_space(piece_[at_]));
  ++at_;
}

/// Passes over everything up to the end of a text that stands in no other way in what is passed over.
void SqlTokens::skip_until(std::string_view end) {
  char before = '\0';
  while (has_more()) {
    const char c = peek();
    take();
    if (c == end.back() && (end.size() == 1 || before == end.front())) return;
    before = c;
  }
}

/// Passes over a comment. Returns false where none begins; a dash or a slash may have been taken then.
bool SqlTokens::skip_comment() {
  const char first = peek();
  if (first == '#') {
    skip_until("\n");
    return true;
  }
  if (first != '-' && first != '/') return false;
  take();
  if (peek() == (first == '-' ? '-' : '*')) {
    skip_until(first == '-' ? "\n" : "*/");
    return true;
  }
  dash_ = first;
  return false;
}

void SqlTokens::skip_space() {
  dash_ = '\0';
  do {
    while (has_more() && is_space(peek())) take();
  } while (skip_comment());
}

SqlKind SqlTokens::next() {
  text_.clear();
  skip_space();
  line_ = current_line_;
  if (dash_ == '\0' && !has_more()) return kind_ = SqlKind::end;
  begins_line_ = is_line_empty_;
  const char c = dash_ == '\0' ? peek() : dash_;
  sign_ = c;
  kind_ = SqlKind::sign;
  if (dash_ == '-' && is_ascii_digit(peek())) {
    text_.append("-");
    take_word();
  } else if (dash_ == '\0') {
    if (c == '\'' || c == '"' || c == '`' || c == '[')
      take_quoted(c);
    else if (is_word_byte(c))
      take_word();
    else
      take();
  }
  is_line_empty_ = false;
  return kind_;
}

SqlKind SqlTokens::next_line() {
  text_.clear();
  line_ = current_line_;
  if (!has_more()) return kind_ = SqlKind::end;
  for (bool is_ended = false; !is_ended && has_more();) {
    const std::size_t end = std::min(piece_.find('\n', at_), piece_.size());
    text_.append(piece_.substr(at_, end - at_));
    at_ = end;
    is_ended = end < piece_.size();
  }
  take();
  return kind_ = SqlKind::text;
}

void SqlTokens::take_word() {
  kind_ = SqlKind::word;
  while (has_more() && is_word_byte(piece_[at_])) {
    const auto end = std::find_if_not(piece_.begin() + static_cast<std::ptrdiff_t>(at_), piece_.end(), is_word_byte);
    const auto stop = static_cast<std::size_t>(end - piece_.begin());
    text_.append(piece_.substr(at_, stop - at_));
    at_ = stop;
  }
}

void SqlTokens::take_quoted(char quote) {
  const bool is_text = quote == '\'' || quote == '"';
  const char closing = quote == '[' ? ']' : quote;
  const std::string stops{closing, is_text ? '\\' : closing, '\n'};
  kind_ = is_text ? SqlKind::text : SqlKind::name;
  take();
  while (has_more()) {
    const std::size_t end = std::min(piece_.find_first_of(stops, at_), piece_.size());
    text_.append(piece_.substr(at_, end - at_));
    at_ = end;
    if (at_ == piece_.size()) continue;
    const char c = peek();
    take();
    if (c == '\n') text_.append("\n");
    if (c == '\\' && is_text) take_escape();
    if (c != closing) continue;
    if (peek() != closing) return;
    text_.append(std::string_view(&closing, 1));
    take();
  }
}

void SqlTokens::take_escape() {
  if (!has_more()) return;
  const char name = peek();
  const auto* const escape =
      std::find_if(kEscapes.begin(), kEscapes.end(), [name](const auto& row) { return row.first == name; });
  const char meaning = escape == kEscapes.end() ? name : escape->second;
  text_.append(std::string_view(&meaning, 1));
  take();
}

void SqlTokens::resync() {
  for (std::string last = ";;"; has_more();) {
    const char c = peek();
    const bool begins_row = c == '(' && (last == ")," || last[1] == '\n');
    if (begins_row || (last[1] == '\n' && is_ascii_letter(c))) return;
    last = {last[1], c};
    take();
  }
}

}  // namespace timbao
