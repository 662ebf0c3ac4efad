// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/token_rules.h"

#include <algorithm>
#include <iterator>

#include "common/base/ascii.h"
#include "common/text/fold.h"
#include "common/text/letters.h"
#include "common/text/syllable.h"

namespace timbao {

bool is_unit(std::string_view canonical_run) {
  constexpr std::string_view kUnits[] = {"kg", "mg", "km", "km2", "m",  "m2", "m3", "cm", "cm2", "mm",  "ha",  "ml",
                                         "đ",  "k",  "tr", "tỷ",  "tỉ", "kw", "mw", "kv", "kwh", "usd", "vnd", "vnđ"};
  return std::find(std::begin(kUnits), std::end(kUnits), canonical_run) != std::end(kUnits);
}

std::size_t common_letter_length(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U; };
  const unsigned first = byte(0);
  if (first < 0x80) return (first | 0x20U) - 'a' < 26 || first - '0' < 10 ? 1 : 0;
  const unsigned second = byte(1);
  if (first >= 0xC3 && first <= 0xC8)
    return second >= 0x80 && second < 0xC0 && second != 0x97 && second != 0xB7 ? 2 : 0;
  const bool additional = first == 0xE1 && second >= 0xB8 && second <= 0xBB;
  return additional && byte(2) >= 0x80 && byte(2) < 0xC0 ? 3 : 0;
}

bool is_joiner(char c) { return c == '-' || c == '.' || c == '_' || c == '&' || c == '\''; }

bool is_small_letter(char32_t c) { return class_of(c) == LetterClass::letter && !is_upper_case(c); }

bool joins_over_zero_width_space(std::string_view left, std::string_view right) {
  constexpr std::size_t kNoSyllable = 64;  // bytes; looking at more for every space of a long line would take for ever
  if (left.size() > kNoSyllable || right.size() > kNoSyllable) return true;
  if (parse_syllable(canonical(std::string(left) + std::string(right)))) return true;
  return !(parse_syllable(canonical(left)) && parse_syllable(canonical(right)));
}

int small_value(const Word& word, int most) {
  if (word.kind != TokenKind::number || word.folded.empty() || word.folded.size() > 2) return 0;
  int value = 0;
  for (const char c : word.folded) {
    if (c < '0' || c > '9') return 0;
    value = value * 10 + (c - '0');
  }
  return value <= most ? value : 0;
}

int year_value(const Word& word) {
  const bool is_year = word.kind == TokenKind::number && word.exact.size() == 4 && is_digits(word.exact);
  return is_year ? std::stoi(word.exact) : 0;
}

bool is_whole_number(const Word& word) {
  return word.kind == TokenKind::number && word.folded.find(',') == std::string::npos;
}

}  // namespace timbao
