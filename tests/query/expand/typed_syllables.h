// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "query/expand/typed_keys.h"
#include "tests/common/text/vietnamese.h"

namespace timbao::test {

/// Where the keys of marks are typed: directly behind their letter, or all of them behind the word, the tone last.
enum class MarkPlace : std::uint8_t { behind_letter, behind_word };

/// The keys of one method for the quality marks and the tones.
struct MethodKeys {
  /// For â ê ô, for ă, for ơ ư, for đ; "=" stands for the letter itself typed again.
  std::array<std::string_view, 4> qualities;
  std::string_view tones;  ///< for sắc to nặng
};

inline MethodKeys keys_of(TypingMethod method) {
  if (method == TypingMethod::telex) return {{"=", "w", "w", "d"}, "sfrxj"};
  if (method == TypingMethod::vni) return {{"6", "8", "7", "9"}, "12345"};
  return {{"^", "(", "+", "d"}, "'`?~."};
}

/// A letter as keys: what it is without marks, and the keys of its marks.
struct LetterKeys {
  std::string base, quality, tone;
};

inline LetterKeys keys_of_letter(const std::string& letter, const MethodKeys& keys) {
  if (letter == "đ") return {"d", std::string(keys.qualities[3]), ""};
  for (const Vowel& vowel : kVowels) {
    for (std::size_t tone = 0; tone < 6; ++tone) {
      if (vowel.toned[tone] != letter) continue;
      LetterKeys found{std::string(vowel.base), "", tone > 0 ? std::string(keys.tones.substr(tone - 1, 1)) : ""};
      if (vowel.quality == "\u0302") found.quality = keys.qualities[0] == "=" ? found.base : keys.qualities[0];
      if (vowel.quality == "\u0306") found.quality = keys.qualities[1];
      if (vowel.quality == "\u031B") found.quality = keys.qualities[2];
      return found;
    }
  }
  return {letter, "", ""};
}

/// How a person would type a word: the inverse of decode_keys().
inline std::string typed_word(std::string_view word, TypingMethod method, MarkPlace place) {
  std::string typed, behind, tone;
  for (const std::string& letter : letters_of(word)) {
    const LetterKeys keys = keys_of_letter(letter, keys_of(method));
    typed += keys.base;
    if (place == MarkPlace::behind_letter || letter == "đ") {
      typed += keys.quality + keys.tone;
      continue;
    }
    if (behind.find(keys.quality) == std::string::npos) behind += keys.quality;
    tone += keys.tone;
  }
  return typed + behind + tone;
}

}  // namespace timbao::test
