// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/word_end.h"

#include <string>

#include "common/base/ascii.h"
#include "common/base/utf8.h"
#include "common/text/fold.h"
#include "common/text/letters.h"
#include "common/text/syllable.h"

namespace timbao {
namespace {

/// Whether two pieces with a zero-width space between them are one word: tri|ển is, lược|phát is not.
bool joins_over_zero_width_space(std::string_view left, std::string_view right) {
  constexpr std::size_t kNoSyllable = 64;  // bytes; a text of zero-width spaces alone would take quadratic time
  if (left.size() > kNoSyllable || right.size() > kNoSyllable) return true;
  if (parse_syllable(canonical(std::string(left) + std::string(right)))) return true;
  return !(parse_syllable(canonical(left)) && parse_syllable(canonical(right)));
}

}  // namespace

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

std::size_t end_of_letters(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (at < text.size()) {
    if (const std::size_t length = common_letter_length(text, at); length != 0) {
      end = at += length;
      continue;
    }
    if (is_ascii(text[at])) break;
    const CodePoint next = read_code_point(text, at);
    const LetterClass kind = class_of(next.value);
    at += next.length;
    if (kind == LetterClass::letter || kind == LetterClass::digit)
      end = at;
    else if (kind != LetterClass::ignorable)
      break;
  }
  return end;
}

std::size_t end_of_word(std::string_view text, std::size_t begin) {
  constexpr std::string_view kZeroWidthSpace = "\u200B";
  std::size_t end = end_of_letters(text, begin);
  while (starts_with(text.substr(end), kZeroWidthSpace)) {
    const std::size_t right = end + kZeroWidthSpace.size();
    const std::size_t right_end = end_of_letters(text, right);
    if (right_end == right) break;
    if (!joins_over_zero_width_space(text.substr(begin, end - begin), text.substr(right, right_end - right))) break;
    end = right_end;
  }
  return end;
}

}  // namespace timbao
