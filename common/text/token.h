// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <vector>

namespace timbao {

/// What a token is printed with: letters (and digits among them), or digits alone.
enum class TokenKind : std::uint8_t { word, number };

/// The longest folded form and the longest exact key, in bytes. A term of the index is made of either, and Xapian takes
/// terms of at most 245 bytes. What is longer is cut where a code point ends.
inline constexpr std::size_t kFoldedLimitBytes = 60;
inline constexpr std::size_t kExactLimitBytes = 120;

/// What a token is, apart from where it stands. Tokens of one spelling share one Word.
///
///   "Đảng" is {word, folded "dang", exact "đang~3"}     "5.700" is {number, folded "5700", exact "5.700"}
struct Word {
  static constexpr std::uint32_t kNoId = 0xFFFFFFFF;

  /// Small and dense for the words that a WordCache holds, so that whoever derives something from a word can keep it in
  /// a vector; kNoId for the other words.
  std::uint32_t id = kNoId;
  TokenKind kind = TokenKind::word;
  std::string folded;  ///< "dang"; at most kFoldedLimitBytes
  std::string exact;   ///< the exact key, "đang~3"; equal to folded where there are no marks; at most kExactLimitBytes
};

/// What stands between a token and the one before it.
enum class Gap : std::uint8_t {
  joined,     ///< nothing but a joiner: KT-XH, 5 700, 5kg; the run of joined tokens has a whole (see ExtraKind)
  space,      ///< they are neighbours
  sentence,   ///< the end of a sentence; they are still neighbours
  paragraph,  ///< a line end: no pair and no phrase goes across. The first token of a text has it too
};

/// A word or number at one place of a text. Its number in TokenizedText::tokens is its place.
struct Token {
  std::uint32_t begin = 0, end = 0;  ///< bytes of the text, [begin, end)
  const Word* word = nullptr;
  Gap gap = Gap::space;
};

/// What an extra names.
enum class ExtraKind : std::uint8_t {
  whole,  ///< the run of joined tokens as one: KT-XH -> ktxh, 5 700 -> 5700, 5kg -> 5kg, 65% -> 65%, 1,210 as a decimal
  range,  ///< 2015-2020
  day,    ///< 31/1/2018 -> 20180131
  day_of_month,   ///< 25/2 -> 0225
  document,       ///< 05-CT/TW -> 5/ct/tw
  document_type,  ///< Chỉ thị 05, 05-CT/TW -> ct 5
};

/// One more name for a stretch of tokens. Whole and range are readings, as those of tokens; the others are keys of a
/// term family of their own.
struct Extra {
  std::uint32_t first = 0, count = 0;  ///< the tokens it stands for
  ExtraKind kind = ExtraKind::whole;
  std::string folded;  ///< of a reading: its folded form; else the key
  std::string exact;   ///< of a reading: its exact key; else empty
};

/// A text cut into tokens. It is moved and never copied, because tokens point into own_words.
///
/// Takes    the life of the Tokenizer that made it: the other words are in its cache.
struct TokenizedText {
  std::vector<Token> tokens;   ///< in order, never overlapping
  std::vector<Extra> extras;   ///< in the order of their first tokens
  std::deque<Word> own_words;  ///< the words that the Tokenizer does not cache

  TokenizedText() = default;
  TokenizedText(TokenizedText&&) = default;
  TokenizedText& operator=(TokenizedText&&) = default;
  TokenizedText(const TokenizedText&) = delete;
  TokenizedText& operator=(const TokenizedText&) = delete;
};

}  // namespace timbao
