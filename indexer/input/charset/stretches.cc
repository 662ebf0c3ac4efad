// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/charset/stretches.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <string>

#include "common/base/ascii.h"
#include "common/base/utf8.h"
#include "indexer/input/charset/single_bytes.h"

namespace timbao {
namespace {

constexpr std::size_t kMostBytes = 120, kMostOnsetBytes = 3, kMostMarkedBytes = 3;
constexpr std::size_t kEscapeBytes = 2, kUnicodeEscapeBytes = 6;  // \n and \u00e9
/// What precedes U+00A0 where that is the last byte of a letter of UTF-8 that was encoded twice: of à, ơ, ạ and Ỡ, and of à
/// that was encoded three times. A program may have made a blank of it.
constexpr std::array<std::string_view, 5> kBeforeLostByte{"\u00C3", "\u00C6", "\u00E1\u00BA", "\u00E1\u00BB", "\u00C2"};

/// What "ơ" with its tones is in TCVN3, as bytes and as Latin-1: it stands behind a lost "ư".
constexpr std::array<std::string_view, 12> kHornedO{"\xAC",   "\xED",   "\xEA",   "\xEB",   "\xEC",   "\xEE",
                                                    "\u00AC", "\u00ED", "\u00EA", "\u00EB", "\u00EC", "\u00EE"};
/// What can follow a lost "ư" and is ASCII, as in "nhưng", "mưa", "lưu".
constexpr std::array<std::string_view, 9> kBehindHorn{"ng", "a", "u", "i", "n", "m", "t", "c", "ch"};
/// What can precede it.
constexpr std::array<std::string_view, 29> kOnsets{"b",  "c",  "ch", "d",  "g",  "h",  "kh", "l",      "m",   "n",
                                                   "ng", "nh", "ph", "r",  "s",  "th", "tr", "t",      "v",   "x",
                                                   "Ch", "Kh", "Ng", "Nh", "Ph", "Th", "Tr", "\u00AE", "\xAE"};

bool is_control_letter(unsigned char byte) {
  return byte > 0 && byte < ' ' && byte != '\n' && byte != '\r' && byte != '\t' && byte != '\v' && byte != '\f';
}

/// Whether a character beyond ASCII may be a letter, or a byte of one that was taken for Latin-1 or Windows-1252. Two bytes
/// of another charset may be any character below U+0800 by accident.
bool may_be_letter(char32_t character) {
  if (character == U'\u00A0') return false;
  if (character == kReplacement || character < U'\u0800' || single_byte(character)) return true;
  const auto code_point = static_cast<UChar32>(character);
  return u_isalpha(code_point) || u_charType(code_point) == U_NON_SPACING_MARK;
}

bool ends_before_lost_byte(std::string_view text) {
  if (text.empty() || is_ascii(text.back())) return false;
  return std::any_of(kBeforeLostByte.begin(), kBeforeLostByte.end(),
                     [text](std::string_view half) { return ends_with(text, half); });
}

/// The bytes of a letter from U+00C0 to U+07FF or from U+1E80 to U+1EFF at the beginning of a text, as nearly all marked
/// letters of Vietnamese are; 0 where something else stands there, or where it is cut off.
std::size_t bytes_of_marked_letter(std::string_view text) {
  const auto byte = [text](std::size_t at) { return static_cast<unsigned char>(text[at]); };
  const auto goes_on = [byte](std::size_t at) { return (byte(at) & 0xC0U) == 0x80U; };
  if (text.size() >= 2 && byte(0) >= 0xC3 && byte(0) < 0xE0 && goes_on(1)) return 2;
  const bool is_tone = text.size() >= 3 && byte(0) == 0xE1 && (byte(1) == 0xBA || byte(1) == 0xBB) && goes_on(2);
  return is_tone ? 3 : 0;
}

/// The bytes of the letter at a place; 0 where none stands there. U+00A0 is one behind the first half of "à".
std::size_t letter_bytes(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80) return is_ascii_letter(text[at]) || is_control_letter(byte) ? 1 : 0;
  if (const std::size_t bytes = bytes_of_marked_letter(text.substr(at, kMostMarkedBytes))) return bytes;
  const CodePoint next = read_code_point(text, at);
  const bool is_half = next.value == U'\u00A0' && ends_before_lost_byte(text.substr(0, at));
  return is_half || may_be_letter(next.value) ? next.length : 0;
}

std::size_t end_of_letters(std::string_view text, std::size_t at) {
  const std::size_t begin = at;
  while (at - begin < kMostBytes) {
    const std::size_t bytes = is_ascii_letter(byte_at(text, at)) ? 1 : letter_bytes(text, at);
    if (bytes == 0) break;
    at += bytes;
  }
  return at;
}

bool is_beyond_ascii(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) {
    return static_cast<unsigned char>(c) >= 0x80 || is_control_letter(static_cast<unsigned char>(c));
  });
}

template <std::size_t count>
bool is_one_of(const std::array<std::string_view, count>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// Where the stretch ends whose first word ends at a place, if the blank there was a letter; else that place.
std::size_t end_behind_gap(std::string_view text, const Stretch& word) {
  const std::string_view letters = text.substr(word.begin, word.end - word.begin);
  if (word.end >= text.size() || text[word.end] != ' ') return word.end;
  const bool is_half = ends_before_lost_byte(letters);
  if (!is_half && (letters.size() > kMostOnsetBytes || !is_one_of(kOnsets, letters))) return word.end;
  const std::size_t behind = word.end + 1, end = end_of_letters(text, behind);
  if (is_half) return end;
  if (behind < text.size() && text[behind] == ' ') return behind;
  const std::string_view second = text.substr(behind, end - behind);
  const bool is_gap = is_one_of(kBehindHorn, second) ||
                      std::any_of(kHornedO.begin(), kHornedO.end(),
                                  [second](std::string_view letter) { return starts_with(second, letter); });
  return is_gap ? end : word.end;
}

/// The bytes of what is no letter at a place: of an escape of JSON all of them.
std::size_t bytes_to_skip(std::string_view text, std::size_t at) {
  if (text[at] != '\\' || at + 1 == text.size()) return is_ascii(text[at]) ? 1 : read_code_point(text, at).length;
  if (std::string_view("nrtbf\"\\/").find(text[at + 1]) != std::string_view::npos) return kEscapeBytes;
  return text[at + 1] == 'u' ? std::min(kUnicodeEscapeBytes, text.size() - at) : 1;
}

}  // namespace

Stretch next_stretch(std::string_view text, std::size_t from) {
  std::size_t begin = from;
  while (begin < text.size() && letter_bytes(text, begin) == 0) begin += bytes_to_skip(text, begin);
  begin = std::min(begin, text.size());
  Stretch stretch{begin, end_of_letters(text, begin)};
  const std::size_t end = end_behind_gap(text, stretch);
  stretch.may_be_other = end > stretch.end || is_beyond_ascii(text.substr(begin, end - begin));
  stretch.end = end;
  return stretch;
}

}  // namespace timbao
