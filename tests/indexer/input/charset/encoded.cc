// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/indexer/input/charset/encoded.h"

#include <map>

#include "common/base/utf8.h"
#include "common/text/fold.h"
#include "indexer/input/charset/legacy_letters.h"
#include "indexer/input/charset/single_bytes.h"
#include "tests/common/text/vietnamese.h"

namespace timbao::test {
namespace {

using Bytes = std::map<char32_t, std::string>;

Bytes bytes_of_letters(const LegacyLetters& letters) {
  Bytes bytes;
  for (unsigned first = 0; first < 256; ++first) {
    const auto byte = static_cast<unsigned char>(first);
    if (letters.single(byte) != 0) bytes.try_emplace(letters.single(byte), std::string(1, static_cast<char>(byte)));
    for (unsigned second = 0x80; second < 256; ++second) {
      const char32_t letter = letters.pair(byte, static_cast<unsigned char>(second));
      if (letter != 0) bytes.try_emplace(letter, std::string{static_cast<char>(byte), static_cast<char>(second)});
    }
  }
  return bytes;
}

/// Windows-1258: letters with a quality mark as one byte, tones behind their letter.
Bytes bytes_of_windows1258() {
  Bytes bytes{{U'ă', "\xE3"},  {U'â', "\xE2"},  {U'đ', "\xF0"},  {U'ê', "\xEA"}, {U'ô', "\xF4"},
              {U'ơ', "\xF5"},  {U'ư', "\xFD"},  {U'Ă', "\xC3"},  {U'Â', "\xC2"}, {U'Đ', "\xD0"},
              {U'Ê', "\xCA"},  {U'Ô', "\xD4"},  {U'Ơ', "\xD5"},  {U'Ư', "\xDD"}, {0x301, "\xEC"},
              {0x300, "\xCC"}, {0x309, "\xD2"}, {0x303, "\xDE"}, {0x323, "\xF2"}};
  for (char32_t c = 0; c < 0x80; ++c) bytes[c] = static_cast<char>(c);
  return bytes;
}

const Bytes& bytes_of(Charset charset) {
  static std::map<Charset, Bytes> all;
  const auto [entry, is_new] = all.try_emplace(charset);
  if (is_new) {
    const LegacyLetters* const letters = legacy_letters(charset);
    entry->second = letters == nullptr ? bytes_of_windows1258() : bytes_of_letters(*letters);
  }
  return entry->second;
}

/// A letter as a base letter with its quality mark, and a tone behind it.
std::string with_tone_apart(const std::string& letter) {
  for (const Vowel& vowel : kVowels)
    for (std::size_t tone = 1; tone < vowel.toned.size(); ++tone) {
      const std::string_view mark = kToneMarks[tone];
      if (letter == vowel.toned[tone]) return std::string(vowel.toned[0]) + std::string(mark);
      if (letter == capitals(vowel.toned[tone])) return capitals(vowel.toned[0]) + std::string(mark);
    }
  return letter;
}

std::string bytes_of_letter(const std::string& letter, Charset charset) {
  const Bytes& bytes = bytes_of(charset);
  std::string result;
  for (std::size_t at = 0; at < letter.size();) {
    const CodePoint next = read_code_point(letter, at);
    const auto found = bytes.find(next.value);
    result += found == bytes.end() ? "?" : found->second;
    at += next.length;
  }
  return result;
}

}  // namespace

std::string encoded(std::string_view utf8, Charset charset) {
  std::string result;
  for (const std::string& letter : letters_of(utf8)) {
    std::string bytes = bytes_of_letter(charset == Charset::windows1258 ? with_tone_apart(letter) : letter, charset);
    if (bytes == "?" && letter != "?") bytes = bytes_of_letter(canonical(letter), charset);  // the small letter
    result += bytes;
  }
  return result;
}

std::string encoded_viqr(std::string_view utf8) {
  static const std::map<std::string, std::string> kSigns{{"\u0302", "^"}, {"\u0306", "("}, {"\u031B", "+"},
                                                         {"\u0301", "'"}, {"\u0300", "`"}, {"\u0309", "?"},
                                                         {"\u0303", "~"}, {"\u0323", "."}};
  std::string result;
  for (const std::string& letter : letters_of(utf8)) {
    std::string quality, tone, base;
    for (const std::string& part : letters_of(decomposed_letter(letter))) {
      const auto sign = kSigns.find(part);
      if (sign == kSigns.end())
        base += part == "đ" ? "dd" : part == "Đ" ? "DD" : part;
      else
        (part == "\u0302" || part == "\u0306" || part == "\u031B" ? quality : tone) += sign->second;
    }
    result += base + quality + tone;
  }
  for (const char byte : result)
    if (static_cast<unsigned char>(byte) >= 0x80) return "";
  return result;
}

std::string as_latin1(std::string_view bytes) {
  std::string text;
  for (const char byte : bytes) append_code_point(text, static_cast<unsigned char>(byte));
  return text;
}

std::string as_windows1252(std::string_view bytes) {
  std::string text;
  for (const char byte : bytes) append_code_point(text, windows1252_character(static_cast<unsigned char>(byte)));
  return text;
}

}  // namespace timbao::test
