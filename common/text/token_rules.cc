// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/token_rules.h"

#include <algorithm>
#include <iterator>

#include "common/base/ascii.h"
#include "common/text/letters.h"

namespace timbao {

bool is_unit(std::string_view canonical_run) {
  constexpr std::string_view kUnits[] = {"kg", "mg", "km", "km2", "m",  "m2", "m3", "cm", "cm2", "mm",  "ha",  "ml",
                                         "đ",  "k",  "tr", "tỷ",  "tỉ", "kw", "mw", "kv", "kwh", "usd", "vnd", "vnđ"};
  return std::find(std::begin(kUnits), std::end(kUnits), canonical_run) != std::end(kUnits);
}

bool is_joiner(char c) { return c == '-' || c == '.' || c == '_' || c == '&' || c == '\''; }

bool is_small_letter(char32_t c) { return class_of(c) == LetterClass::letter && !is_upper_case(c); }

int small_value(const Word& word, int most) {
  if (word.kind != TokenKind::number || word.folded.empty() || word.folded.size() > 2) return 0;
  int value = 0;
  if (!is_digits(word.folded)) return 0;
  for (const char digit : word.folded) value = value * 10 + (digit - '0');
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
