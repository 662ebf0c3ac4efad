// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/letter_case.h"

#include <unicode/uchar.h>

#include <cstddef>

#include "common/base/utf8.h"
#include "common/text/letters.h"

namespace timbao {
namespace {

void append_upper_case(std::string& text, char32_t code_point) {
  append_code_point(text, static_cast<char32_t>(u_toupper(static_cast<UChar32>(code_point))));
}

}  // namespace

LetterCase case_of(std::string_view word) {
  std::size_t letters = 0, capitals = 0;
  bool first_is_capital = false;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint next = read_code_point(word, at);
    at += next.length;
    if (class_of(next.value) != LetterClass::letter) continue;
    if (is_upper_case(next.value)) ++capitals;
    if (letters++ == 0) first_is_capital = capitals > 0;
  }
  if (letters > 1 && capitals == letters) return LetterCase::capitals;
  return first_is_capital ? LetterCase::capitalized : LetterCase::small;
}

std::string in_case(std::string_view word, LetterCase wanted) {
  if (wanted == LetterCase::small) return std::string(word);
  std::string written;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint next = read_code_point(word, at);
    const bool raises = at == 0 || wanted == LetterCase::capitals;
    if (raises)
      append_upper_case(written, next.value);
    else
      written += word.substr(at, next.length);
    at += next.length;
  }
  return written;
}

}  // namespace timbao
