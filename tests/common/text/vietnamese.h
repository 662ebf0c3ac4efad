// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/utf8.h"

namespace timbao::test {

/// A vowel letter: what it is made of, and its six tones in the order of Tone.
struct Vowel {
  std::string_view base, quality;  ///< "a" and the combining breve for ă
  std::array<std::string_view, 6> toned;
};

inline constexpr std::array<Vowel, 12> kVowels{{
    {"a", "", {"a", "á", "à", "ả", "ã", "ạ"}},
    {"a", "\u0306", {"ă", "ắ", "ằ", "ẳ", "ẵ", "ặ"}},
    {"a", "\u0302", {"â", "ấ", "ầ", "ẩ", "ẫ", "ậ"}},
    {"e", "", {"e", "é", "è", "ẻ", "ẽ", "ẹ"}},
    {"e", "\u0302", {"ê", "ế", "ề", "ể", "ễ", "ệ"}},
    {"i", "", {"i", "í", "ì", "ỉ", "ĩ", "ị"}},
    {"o", "", {"o", "ó", "ò", "ỏ", "õ", "ọ"}},
    {"o", "\u0302", {"ô", "ố", "ồ", "ổ", "ỗ", "ộ"}},
    {"o", "\u031B", {"ơ", "ớ", "ờ", "ở", "ỡ", "ợ"}},
    {"u", "", {"u", "ú", "ù", "ủ", "ũ", "ụ"}},
    {"u", "\u031B", {"ư", "ứ", "ừ", "ử", "ữ", "ự"}},
    {"y", "", {"y", "ý", "ỳ", "ỷ", "ỹ", "ỵ"}},
}};

inline constexpr std::array<std::string_view, 6> kToneMarks{"", "\u0301", "\u0300", "\u0309", "\u0303", "\u0323"};

inline std::vector<std::string> letters_of(std::string_view text) {
  std::vector<std::string> letters;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = read_code_point(text, at).length;
    letters.emplace_back(text.substr(at, length));
    at += length;
  }
  return letters;
}

inline std::string utf8(char32_t code_point) {
  std::string text;
  append_code_point(text, code_point);
  return text;
}

/// The capital of a small Vietnamese letter; anything else as it is. In Unicode a capital stands one before its small
/// letter, but 32 before it in ASCII and Latin-1.
inline std::string capitals(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint next = read_code_point(text, at);
    const char32_t c = next.value;
    const bool by_32 = (c >= 'a' && c <= 'z') || (c >= 0xE0 && c <= 0xFD);
    const bool by_1 = c == 0x103 || c == 0x111 || c == 0x129 || c == 0x169 || c == 0x1A1 || c == 0x1B0 ||
                      (c >= 0x1EA1 && c <= 0x1EF9 && c % 2 == 1);
    append_code_point(result, by_32 ? c - 32 : by_1 ? c - 1 : c);
    at += next.length;
  }
  return result;
}

/// A small or capital letter in normal form D, the marks in Unicode's order: the horn, the dot below, then what stands
/// above.
inline std::string decomposed_letter(const std::string& letter) {
  for (const Vowel& vowel : kVowels) {
    for (std::size_t tone = 0; tone < 6; ++tone) {
      const bool is_capital = capitals(vowel.toned[tone]) == letter;
      if (letter != vowel.toned[tone] && !is_capital) continue;
      const std::string base = is_capital ? capitals(vowel.base) : std::string(vowel.base);
      const bool tone_first = tone == 5 && vowel.quality != "\u031B";
      return tone_first ? base + std::string(kToneMarks[tone]) + std::string(vowel.quality)
                        : base + std::string(vowel.quality) + std::string(kToneMarks[tone]);
    }
  }
  return letter;
}

/// Vietnamese text in normal form D.
inline std::string decomposed(std::string_view text) {
  std::string result;
  for (const std::string& letter : letters_of(text)) result += decomposed_letter(letter);
  return result;
}

/// Every spelling of a word that has no tone mark yet: the mark on each of its vowels in turn.
inline std::vector<std::string> tone_placements(std::string_view word, std::size_t tone) {
  std::vector<std::string> spellings;
  const std::vector<std::string> letters = letters_of(word);
  for (std::size_t place = 0; place < letters.size(); ++place) {
    for (const Vowel& vowel : kVowels) {
      if (letters[place] != vowel.toned[0]) continue;
      std::string spelling;
      for (std::size_t i = 0; i < letters.size(); ++i)
        spelling += i == place ? std::string(vowel.toned[tone]) : letters[i];
      spellings.push_back(spelling);
    }
  }
  return spellings;
}

/// Pieces that news text, and what breaks it, is made of, each but the last with a bar behind it.
inline constexpr std::string_view kPieces =
    "Đảng|đang|xây dựng|hoà|hòa|quý|giếng|KT-XH|TP.HCM|T.Ư|COVID-19|Lê-nin|5kg|100m2|5.700|5 700|"
    "1,210|0,274|05|2015-2020|2015 – 2020|15%-20%|65%|31/1/2018|25/2|ngày 31 tháng 1 năm 2018|"
    "05-CT/TW|30/2020/NĐ-CP|04 - NQ / TƯ|Chỉ thị số: 5|luật 7|QH11|4G|a\u0309|\u0301|\u0323\u0302|"
    "\u00AD|\u200B|\u200D|\uFEFF|\u00A0|\u2009|\u202F|\u2028|\n|\r\n| | | |.|,|-|–|/|'|&|_|%|!|…|:|"
    "\"|“|ﬃ|Ａ|Часть|日本|٣|²|𝐀|\xFF|\xE1\xBA";

inline std::vector<std::string> split_at_bars(std::string_view text) {
  std::vector<std::string> parts(1);
  for (const char byte : text) {
    if (byte == '|') {
      parts.emplace_back();
    } else {
      parts.back() += byte;
    }
  }
  return parts;
}

/// Texts made of kPieces, code points, bytes and numbers. The same seed gives the same texts.
class RandomTexts {
 public:
  explicit RandomTexts(std::uint64_t seed) : random_(seed) {}

  // Not std::uniform_int_distribution: its numbers differ from library to library.
  std::size_t below(std::size_t limit) { return static_cast<std::size_t>(random_() % limit); }

  std::string next(std::size_t pieces) {
    std::string text;
    for (std::size_t i = 0; i < pieces; ++i) text += piece();
    return text;
  }

  std::string bytes(std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) text += static_cast<char>(below(256));
    return text;
  }

 private:
  std::string piece() {
    const std::size_t choice = below(16);
    if (choice == 0) return utf8(code_point());
    if (choice == 1) return std::string(1, static_cast<char>(below(256)));
    if (choice == 2) return std::to_string(below(3000));
    return pieces_[below(pieces_.size())];
  }

  char32_t code_point() {
    const auto value = static_cast<char32_t>(below(0x110000));
    return value >= 0xD800 && value < 0xE000 ? kReplacement : value;
  }

  std::vector<std::string> pieces_ = split_at_bars(kPieces);
  std::mt19937_64 random_;
};

}  // namespace timbao::test
