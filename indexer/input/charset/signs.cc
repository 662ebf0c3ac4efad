// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/charset/signs.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "common/base/ascii.h"

namespace timbao {
namespace {

constexpr std::size_t kBlockBytes = 64;
constexpr char kLeadOfSigns = '\xC2', kLeadOfLetters = '\xC3';  // of U+0080 to U+00BF, and of U+00C0 to U+00FF
constexpr char kOpensQuotation = '\xAB';                        // behind C2

/// The second bytes of U+00C0 to U+00FF that are letters of Vietnamese, behind C3, but for those that show nothing.
constexpr std::string_view kVietnameseC3 =
    "\x80\x81\x82\x83\x88\x89\x8A\x8C\x8D\x92\x93\x94\x95\x99\x9A\x9D"
    "\xA0\xA1\xA2\xA3\xA8\xA9\xAA\xAC\xAD\xB2\xB3\xB4\xB5\xB9\xBA\xBD";
/// The second bytes of U+0080 to U+00BF, behind C2, that are signs of print: U+00A0 « ° ² ³ · ».
constexpr std::string_view kPrintC2 = "\xA0\xAB\xB0\xB2\xB3\xB7\xBB";
/// The bytes that begin a sign of Windows-1252 which is not in Latin-1.
constexpr std::string_view kLeads1252 = "\xE2\xC5\xC6\xCB";
/// The last bytes of đ, of quotes, dashes and "…": behind these a word may go on or begin with a marked letter.
constexpr std::string_view kBeforeLetters = "\x90\x91\x93\x94\x98\x99\x9C\x9D\xA6";

/// Which marked letters of U+00E0 to U+00FF follow a plain vowel in Vietnamese: their second bytes.
struct Following {
  char vowel;
  std::string_view letters;
  unsigned pair_bit;  // see kSign, below
  char onset;  // behind this letter the vowel is a part of the onset, as in "quá" and "giá": so these follow it too
  std::string_view letters_behind_onset;
};
constexpr std::array<Following, 6> kFollowing{{
    {'a', "", 2, '\0', ""},
    {'e', "", 2, '\0', ""},
    {'i', "\xAA", 4, 'g', "\xA0\xA1\xA2\xA3\xA8\xA9\xB2\xB3\xB4\xB5\xB9\xBA"},
    {'o', "\xA0\xA1\xA3\xA8\xA9\xB2\xB3", 8, '\0', ""},
    {'u', "\xA2\xAA\xB4\xBD", 16, 'q', "\xA0\xA1\xA3\xA8\xA9\xAC\xAD"},
    {'y', "\xAA", 32, '\0', ""},
}};

bool is_one_of(std::string_view bytes, char byte) { return bytes.find(byte) != std::string_view::npos; }

/// The second byte of the small letter, behind C3.
char small_second(char second) { return static_cast<char>(static_cast<unsigned char>(second) | 0x20U); }

const Following* following(char vowel) {
  const auto* const found = std::find_if(kFollowing.begin(), kFollowing.end(),
                                         [vowel](const Following& row) { return row.vowel == to_ascii_lower(vowel); });
  return found == kFollowing.end() ? nullptr : found;
}

char byte_before(std::string_view text, std::size_t at, std::size_t count) {
  return at < count ? '\0' : text[at - count];
}

/// Whether the letter at C3 stands behind a letter that none of Vietnamese has before it.
bool is_out_of_order(std::string_view text, std::size_t at) {
  if (byte_before(text, at, 2) == kLeadOfLetters) return true;
  const Following* const row = following(byte_before(text, at, 1));
  const char second = small_second(text[at + 1]);
  if (row == nullptr || is_one_of(row->letters, second)) return false;
  const bool is_onset = row->onset != '\0' && to_ascii_lower(byte_before(text, at, 2)) == row->onset;
  return !is_onset || !is_one_of(row->letters_behind_onset, second);
}

/// Whether Â, Ã or â has a sign of Windows-1252 behind it: UTF-8 that was encoded twice, as in "Ã€" (À) and "â€" (a quote).
bool is_half_of_1252(char second, std::string_view behind) {
  if (second == '\xA2') return starts_with(behind, "€");
  return (second == '\x82' || second == '\x83') && !behind.empty() && is_one_of(kLeads1252, behind[0]);
}

/// Looks at C3 and the byte behind it. Ì and Ò behind a small letter are tones of Windows-1258.
void look_at_letter(std::string_view text, std::size_t at, Signs& signs) {
  const char second = text[at + 1], before = byte_before(text, at, 1);
  const bool is_twin = second == '\x90' || second == '\xB0';
  const bool is_tone = (second == '\x8C' || second == '\x92') && before >= 'a' && before <= 'z';
  signs.twin = signs.twin || is_twin;
  signs.other_writing = signs.other_writing || is_twin || is_tone || !is_one_of(kVietnameseC3, second) ||
                        is_half_of_1252(second, text.substr(at + 2)) || is_out_of_order(text, at);
}

/// Looks at C2 and the byte behind it. Ã and what follows it, and á before » and º, are the beginnings of letters of UTF-8
/// that was encoded twice; « behind a letter is one of TCVN3.
void look_at_sign(std::string_view text, std::size_t at, Signs& signs) {
  const char second = text[at + 1];
  const std::string_view before = text.substr(at < 2 ? 0 : at - 2, at < 2 ? 0 : 2);
  const bool is_second_of_two = before == "\u00C3" || before == "\u00E1";
  const bool is_in_word = second == kOpensQuotation && is_ascii_letter(byte_before(text, at, 1));
  signs.other_writing = signs.other_writing || is_second_of_two || is_in_word || !is_one_of(kPrintC2, second);
}

void look_at(std::string_view text, std::size_t at, Signs& signs) {
  const char byte = text[at], before = byte_before(text, at, 1);
  if (at + 1 < text.size() && byte == kLeadOfLetters) look_at_letter(text, at, signs);
  if (at + 1 < text.size() && byte == kLeadOfSigns) look_at_sign(text, at, signs);
  signs.reference = signs.reference || byte == '&';
  signs.viqr = signs.viqr || (byte == '^' && is_one_of("aeoAEO", before)) || (byte == '+' && is_one_of("ouOU", before));
}

// ---- what a look at two bytes says

/// What two bytes in a row may belong to, a bit each: a sign; or half of what shares a bit with the pair before it, such as
/// "uC3" and what follows C3 but not "u".
constexpr unsigned kSign = 1, kMarkedLetter = 64, kQuotation = 128;

/// Whether two bytes in a row may be a sign by themselves.
bool may_be_sign(char first, char second) {
  if (first == kLeadOfSigns) return !is_one_of(kPrintC2, second);
  if (first == kLeadOfLetters) return !is_one_of(kVietnameseC3, second) || second == '\x8C' || second == '\x92';
  if (first == '&') return true;
  if (second == kLeadOfSigns && (first == '\x83' || first == '\xA1')) return true;
  if (second == '^' || second == '+') return is_ascii_letter(first);
  return is_one_of(kLeads1252, second) && is_one_of("\x82\x83\xA2", first);
}

unsigned halves_in(char first, char second) {
  unsigned halves = 0;
  if (first == kLeadOfLetters) {
    halves = kMarkedLetter;
    for (const Following& row : kFollowing)
      if (!is_one_of(row.letters, small_second(second))) halves |= row.pair_bit;
  }
  if (second == kLeadOfLetters && static_cast<unsigned char>(first) >= 0x80)
    halves |= is_one_of(kBeforeLetters, first) ? 0U : kMarkedLetter;
  if (const Following* const row = following(first); row != nullptr && second == kLeadOfLetters)
    halves |= row->pair_bit;
  const bool is_quotation = first == kLeadOfSigns && second == kOpensQuotation;
  if (is_quotation || (second == kLeadOfSigns && is_ascii_letter(first))) halves |= kQuotation;
  return halves;
}

using PairTable = std::array<std::uint8_t, 1U << 16U>;

std::size_t pair_of(char first, char second) {
  return static_cast<std::size_t>(static_cast<unsigned char>(first)) << 8U | static_cast<unsigned char>(second);
}

const PairTable& pairs() {
  static const PairTable table = [] {
    PairTable made{};
    for (unsigned pair = 0; pair < made.size(); ++pair) {
      const char first = static_cast<char>(pair >> 8U), second = static_cast<char>(pair & 0xFFU);
      made.at(pair) = static_cast<std::uint8_t>(halves_in(first, second) | (may_be_sign(first, second) ? kSign : 0U));
    }
    return made;
  }();
  return table;
}

}  // namespace

Signs signs_in(std::string_view text) {
  const PairTable& table = pairs();
  Signs signs;
  unsigned before = 0;
  for (std::size_t begin = 0; begin < text.size(); begin += kBlockBytes) {
    const std::size_t end = std::min(text.size(), begin + kBlockBytes), last = std::min(end, text.size() - 1);
    unsigned found = end == text.size() ? 1 : 0;
    for (std::size_t at = begin; at < last; ++at) {
      const unsigned pair = table[pair_of(text[at], text[at + 1])];
      found |= pair & (before | kSign);
      before = pair & ~kSign;
    }
    for (std::size_t at = found != 0 ? begin : end; at < end; ++at) look_at(text, at, signs);
  }
  return signs;
}

}  // namespace timbao
