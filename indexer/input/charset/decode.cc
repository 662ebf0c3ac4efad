// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/charset/decode.h"

#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <array>
#include <memory>
#include <utility>

#include "common/base/ascii.h"
#include "common/base/utf8.h"
#include "common/text/letter_case.h"
#include "common/text/written.h"
#include "indexer/input/charset/legacy_letters.h"

namespace timbao {
namespace {

DecodedText decode_utf8(std::string_view bytes) {
  RepairedText repaired = repair_utf8(bytes);
  return {std::move(repaired.text), repaired.replaced};
}

/// Mixed typing: a capital with the mark of a small letter, or the other way round ("A" and the mark of "á" in VNI).
constexpr unsigned char kOtherCase = 0x20, kFirstMark = 0xC0;

struct Letter {
  char32_t value;
  std::size_t bytes;
};

bool is_capital(char32_t letter) { return u_isupper(static_cast<UChar32>(letter)) != 0; }

/// The letter that a byte is by itself; 0 where it is none, and behind the end.
char32_t letter_of_byte(std::string_view bytes, std::size_t at, const LegacyLetters& letters) {
  if (at >= bytes.size()) return 0;
  const auto byte = static_cast<unsigned char>(bytes[at]);
  return is_ascii_letter(bytes[at]) ? byte : byte >= 0x80 ? letters.single(byte) : 0;
}

/// Whether a sign of ASCII stands for a capital, as it may in BKHCM 1: a letter follows it, as in "\x7D\xBF" (Đà), or a
/// capital precedes it, as in "Q\x7D" (QĐ), but not in "NaN}" of JSON.
bool is_capital_sign(std::string_view bytes, std::size_t at, const LegacyLetters& letters) {
  if (letter_of_byte(bytes, at + 1, letters) != 0) return true;
  const bool is_word = bytes[at] == '{' && at + 2 < bytes.size() && bytes[at + 1] == ' ';  // Ý is a word of its own
  if (is_word && letter_of_byte(bytes, at + 2, letters) != 0) return true;
  const bool is_before_sign = at + 1 < bytes.size() && bytes[at + 1] == '~';  // as in "\x7D\x7ET" (ĐẤT)
  if (is_before_sign && letter_of_byte(bytes, at + 2, letters) != 0) return true;
  return at > 0 && is_capital(letter_of_byte(bytes, at - 1, letters)) && !ends_with(bytes.substr(0, at), "NaN");
}

/// The letter at a place; 0 where the charset has nothing there.
Letter letter_at(std::string_view bytes, std::size_t at, const LegacyLetters& letters) {
  const auto first = static_cast<unsigned char>(bytes[at]);
  const auto second = static_cast<unsigned char>(at + 1 < bytes.size() ? bytes[at + 1] : '\0');
  if (second >= 0x80) {
    if (const char32_t pair = letters.pair(first, second); pair != 0) return {pair, 2};
    const char32_t mixed = second < kFirstMark ? 0 : letters.pair(first, second ^ kOtherCase);
    if (mixed != 0) return {mixed, 2};
  }
  const char32_t single = letters.single(first);
  const bool is_sign = first >= ' ' && first < 0x80 && single != first;
  return {is_sign && !is_capital_sign(bytes, at, letters) ? first : single, 1};
}

DecodedText decode_legacy(std::string_view bytes, const LegacyLetters& letters) {
  DecodedText decoded;
  decoded.text.reserve(bytes.size() * 2);
  for (std::size_t at = 0; at < bytes.size();) {
    const Letter letter = letter_at(bytes, at, letters);
    const bool is_impossible = letter.value == 0 && bytes[at] != '\0';
    append_code_point(decoded.text, is_impossible ? kReplacement : letter.value);
    decoded.impossible += is_impossible ? 1U : 0U;
    at += letter.bytes;
  }
  return decoded;
}

using Windows1258 = std::array<char32_t, 256>;

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};

/// What each byte is to ICU; U+FFFD for those that are nothing.
Windows1258 windows1258_of_icu() {
  Windows1258 letters{};
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, CloseConverter> converter(ucnv_open("windows-1258", &error));
  for (std::size_t byte = 0; byte < letters.size(); ++byte) {
    const char source = static_cast<char>(byte);
    const icu::UnicodeString text(&source, 1, converter.get(), error);
    letters[byte] = U_SUCCESS(error) && !text.isEmpty() ? static_cast<char32_t>(text.char32At(0)) : kReplacement;
  }
  return letters;
}

/// The letters with a tone that stands behind them become one code point each.
DecodedText decode_windows1258(std::string_view bytes) {
  static const Windows1258 letters = windows1258_of_icu();
  DecodedText decoded;
  for (const char byte : bytes) {
    const char32_t letter = letters[static_cast<unsigned char>(byte)];
    append_code_point(decoded.text, letter);
    decoded.impossible += letter == kReplacement ? 1U : 0U;
  }
  decoded.text = composed(decoded.text);
  return decoded;
}

/// Whether the letters of ASCII in a word are capitals, and at least two, but those with marks small letters.
bool has_font_capitals(std::string_view word) {
  std::size_t capitals = 0, small_with_marks = 0;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint next = read_code_point(word, at);
    if (next.value < 0x80 && !is_capital(next.value)) return false;
    (next.value < 0x80 ? capitals : small_with_marks) += next.value < 0x80 || !is_capital(next.value) ? 1U : 0U;
    at += next.length;
  }
  return capitals >= 2 && small_with_marks > 0;
}

/// Capitals with marks stand in fonts of their own in TCVN3 (.VnTimeH), which show small letters as capitals: "S\xBEC" is
/// SẮC.
std::string raise_font_capitals(std::string_view text) {
  std::string raised;
  raised.reserve(text.size());
  std::size_t begin = 0;
  const auto end_word = [&](std::size_t end) {
    const std::string_view word = text.substr(begin, end - begin);
    raised += has_font_capitals(word) ? in_case(word, LetterCase::capitals) : word;
  };
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint next = read_code_point(text, at);
    if (!u_isalpha(static_cast<UChar32>(next.value))) {
      end_word(at);
      raised += text.substr(at, next.length);
      begin = at + next.length;
    }
    at += next.length;
  }
  end_word(text.size());
  return raised;
}

}  // namespace

DecodedText decode(std::string_view bytes, Charset charset) {
  if (const LegacyLetters* const letters = legacy_letters(charset)) {
    DecodedText decoded = decode_legacy(bytes, *letters);
    if (charset == Charset::tcvn3) decoded.text = raise_font_capitals(decoded.text);
    return decoded;
  }
  return charset == Charset::windows1258 ? decode_windows1258(bytes) : decode_utf8(bytes);
}

}  // namespace timbao
