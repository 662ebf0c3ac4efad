// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <vector>

namespace timbao {

/// What a token is made of: a `word` of letters, with digits among them ("4G"); a `number` of digits and what groups
/// them ("5.700").
enum class TokenKind : std::uint8_t { word, number };

/// The longest folded form and the longest exact key, in bytes. A term of the index is made of both, and Xapian takes
/// terms of at most 245 bytes. What is longer is cut where a code point ends.
///
/// Source   docs/folding.md, "Limits". Covered by tokenize_properties_test.
inline constexpr std::size_t kFoldedLimitBytes = 60;
inline constexpr std::size_t kExactLimitBytes = 120;

/// What a token is, apart from where it stands. Tokens of one spelling share one Word.
///
///   "Đảng" is {word, folded "dang", exact "đang~3"}     "5.700" is {number, folded "5700", exact "5.700"}
///
/// Source   docs/folding.md, "Readings" and "Numbers".
struct Word {
  static constexpr std::uint32_t kNoId = 0xFFFFFFFF;

  /// Small and dense for the words that a WordCache holds, so that whoever derives something from a word can keep it in
  /// a vector; kNoId for the other words.
  std::uint32_t id = kNoId;
  TokenKind kind = TokenKind::word;
  /// "dang"; of a token it is never empty; at most kFoldedLimitBytes.
  std::string folded;
  /// The exact key, "đang~3"; equal to the folded form where there are no marks; at most kExactLimitBytes.
  std::string exact;
};

/// What stands between a token and the one before it, from the narrowest to the widest:
///
///   joined      nothing but a joiner: KT-XH, 5 700, 5kg; the run of joined tokens has a whole (see ExtraKind)
///   space       anything that separates words; the two are neighbours
///   sentence    the end of a sentence; they are still neighbours
///   paragraph   a line end: no pair and no phrase goes across. The first token of a text has it too
enum class Gap : std::uint8_t { joined, space, sentence, paragraph };

/// A word or number at one place of a text. Its number in TokenizedText::tokens is its place.
///
/// `begin` and `end` are bytes of the text, [begin, end); `gap` is what stands before it.
struct Token {
  std::uint32_t begin = 0, end = 0;
  const Word* word = nullptr;
  Gap gap = Gap::space;
};

/// What an extra is:
///
///   whole           the run of joined tokens as one: KT-XH -> ktxh, 5 700 -> 5700, 5kg -> 5kg, 65% -> 65%; and the
///                   decimal that 1,210 may be
///   range           2015-2020
///   day             31/1/2018 -> 20180131
///   day_of_month    25/2 -> 0225
///   document        05-CT/TW -> 5/ct/tw
///   document_type   Chỉ thị 05, 05-CT/TW -> ct 5
///
/// Source   docs/folding.md, "Joined forms" to "Document numbers".
enum class ExtraKind : std::uint8_t { whole, range, day, day_of_month, document, document_type };

/// One more name for a stretch of tokens: for `count` tokens from the token `first` on.
///
/// A whole and a range are readings, as a token is: `folded` and `exact` are theirs. The others are keys of a term
/// family of their own: `folded` is the key and `exact` is empty.
struct Extra {
  std::uint32_t first = 0, count = 0;
  ExtraKind kind = ExtraKind::whole;
  std::string folded;
  std::string exact;
};

/// A text cut into tokens. It is moved and never copied, because tokens point into own_words.
///
///   tokens      in order, never overlapping
///   extras      in the order of their first tokens
///   own_words   the words that the Tokenizer does not cache
///
/// It holds as long as the Tokenizer that made it, whose cache has the other words.
struct TokenizedText {
  std::vector<Token> tokens;
  std::vector<Extra> extras;
  std::deque<Word> own_words;

  TokenizedText() = default;
  TokenizedText(TokenizedText&&) = default;
  TokenizedText& operator=(TokenizedText&&) = default;
  TokenizedText(const TokenizedText&) = delete;
  TokenizedText& operator=(const TokenizedText&) = delete;
};

}  // namespace timbao
