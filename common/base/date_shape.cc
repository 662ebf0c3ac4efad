// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/base/date_shape.h"

#include <algorithm>
#include <array>
#include <string>

namespace timbao {
namespace {

struct NumberRow {
  char letter;
  std::size_t least_digits;
  std::size_t most_digits;
  int DateParts::*part;
};
constexpr std::array<NumberRow, 6> kNumbers{{
    {'Y', 4, 4, &DateParts::year},
    {'M', 1, 2, &DateParts::month},
    {'D', 1, 2, &DateParts::day},
    {'H', 1, 2, &DateParts::hour},
    {'N', 2, 2, &DateParts::minute},
    {'S', 2, 2, &DateParts::second},
}};

// Composed and decomposed, and typed without marks: this room knows no Unicode tables.
struct WordRow {
  char letter;
  std::string_view spelling;
};
constexpr std::array<WordRow, 17> kWords{{
    {' ', " "},
    {' ', "\u00A0"},
    {' ', "\t"},
    {'t', "tháng"},
    {'t', "Tháng"},
    {'t', "THÁNG"},
    {'t', "tha\u0301ng"},
    {'t', "Tha\u0301ng"},
    {'t', "THA\u0301NG"},
    {'t', "thang"},
    {'n', "năm"},
    {'n', "Năm"},
    {'n', "NĂM"},
    {'n', "na\u0306m"},
    {'n', "Na\u0306m"},
    {'n', "NA\u0306M"},
    {'n', "nam"},
}};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::optional<std::size_t> match_number(const NumberRow& row, std::string_view text, DateParts& parts) {
  std::size_t length = 0;
  int value = 0;
  for (; length < std::min(row.most_digits, text.size()) && is_digit(text[length]); ++length) {
    value = value * 10 + (text[length] - '0');
  }
  if (length < row.least_digits) return std::nullopt;
  parts.*row.part = value;
  return length;
}

std::size_t one_word(char letter, std::string_view text) {
  const auto row = std::find_if(kWords.begin(), kWords.end(), [&](const WordRow& word) {
    return word.letter == letter && text.substr(0, word.spelling.size()) == word.spelling;
  });
  return row == kWords.end() ? 0 : row->spelling.size();
}

std::optional<std::size_t> match_word(char letter, std::string_view text) {
  std::size_t length = one_word(letter, text);
  if (length == 0) return std::nullopt;
  if (letter != ' ') return length;
  while (const std::size_t more = one_word(letter, text.substr(length))) length += more;
  return length;
}

std::optional<std::size_t> match_letter(char letter, std::string_view text, DateParts& parts) {
  const auto* number = std::find_if(kNumbers.begin(), kNumbers.end(), [&](auto& row) { return row.letter == letter; });
  if (number != kNumbers.end()) return match_number(*number, text, parts);
  const bool is_word = std::any_of(kWords.begin(), kWords.end(), [&](auto& row) { return row.letter == letter; });
  if (is_word) return match_word(letter, text);
  if (text.empty() || text[0] != letter) return std::nullopt;
  return 1;
}

}  // namespace

std::optional<std::size_t> match_date_shape(std::string_view shape, std::string_view text, DateParts& parts) {
  std::size_t length = 0;
  for (const char letter : shape) {
    const std::optional<std::size_t> matched = match_letter(letter, text.substr(length), parts);
    if (!matched) return std::nullopt;
    length += *matched;
  }
  return length;
}

}  // namespace timbao
