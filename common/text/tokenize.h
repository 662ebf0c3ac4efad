// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace timbao {

enum class TokenKind : std::uint8_t { word, number };

/// What a token is, apart from where it stands. Tokens of one spelling share one Word.
struct Word {
  static constexpr std::uint32_t kNoId = 0xFFFFFFFF;

  std::uint32_t id = kNoId;  ///< small and dense for the words a Tokenizer remembers: whoever derives something from a
                             ///< word may keep it in a vector; kNoId for the words that it does not remember
  TokenKind kind = TokenKind::word;
  std::string folded;  ///< "dang"; at most kFoldedLimitBytes
  std::string exact;   ///< the exact key, "đang~3"; equal to folded where there are no marks; at most kExactLimitBytes
};
inline constexpr std::size_t kFoldedLimitBytes = 60;
inline constexpr std::size_t kExactLimitBytes = 120;

/// What stands between a token and the one before it.
enum class Gap : std::uint8_t {
  joined,     ///< nothing but a joiner: KT-XH, 5 700, 5kg; the run of joined tokens has a whole (see Extra)
  space,      ///< they are neighbours
  sentence,   ///< the end of a sentence; still neighbours
  paragraph,  ///< a line end: no pair and no phrase goes across. The first token of a text has it too
};

/// A word or number at one place of a text. Its number in TokenizedText::tokens is its place.
struct Token {
  std::uint32_t begin = 0, end = 0;  ///< bytes of the text
  const Word* word = nullptr;
  Gap gap = Gap::space;
};

enum class ExtraKind : std::uint8_t {
  whole,  ///< the run of joined tokens as one: KT-XH -> ktxh, 5 700 -> 5700, 5kg -> 5kg, 65% -> 65%, 1,210 as a decimal
  range,  ///< 2015-2020
  day,    ///< 31/1/2018 -> 20180131
  day_of_month,   ///< 25/2 -> 0225
  document,       ///< 05-CT/TW -> 5/ct/tw
  document_type,  ///< Chỉ thị 05, 05-CT/TW -> ct 5
};

/// One more name for a stretch of tokens. Whole and range are readings; the others are keys of a term family of their
/// own.
struct Extra {
  std::uint32_t first = 0, count = 0;  ///< the tokens it stands for
  ExtraKind kind = ExtraKind::whole;
  std::string folded;  ///< of a reading; or the key
  std::string exact;   ///< of a reading: its exact key; else empty
};

struct TokenizedText {
  std::vector<Token> tokens;
  std::vector<Extra> extras;   ///< in the order of their first tokens
  std::deque<Word> own_words;  ///< the words that the Tokenizer does not remember; tokens point into it

  TokenizedText() = default;
  TokenizedText(TokenizedText&&) = default;
  TokenizedText& operator=(TokenizedText&&) = default;
  TokenizedText(const TokenizedText&) = delete;  // tokens point into own_words
  TokenizedText& operator=(const TokenizedText&) = delete;
};

/// Cuts Vietnamese text into words, numbers, dates, document numbers and joined forms.
///
///   Tokenizer().tokenize("Đảng bộ TP.HCM")   tokens: đảng, bộ, tp, hcm (joined); extras: whole "tphcm" for the last
///   two
///
/// Takes    UTF-8 of any kind and length; a line end is a paragraph's end.
/// Returns  tokens in order, never overlapping; every letter and digit of the text lies in one. They hold for as long
/// as the
///          Tokenizer lives. Equal texts give equal results, whatever was tokenized before.
/// Errors   none.
/// Threads  one Tokenizer a thread: it remembers the words it has met (at most kRememberedWords).
/// Source   docs/folding.md.
class Tokenizer {
 public:
  static constexpr std::size_t kRememberedWords = 1U << 16U;

  Tokenizer();
  ~Tokenizer();
  Tokenizer(Tokenizer&&) noexcept;
  Tokenizer& operator=(Tokenizer&&) noexcept;

  [[nodiscard]] TokenizedText tokenize(std::string_view text);

 private:
  class Memory;
  std::unique_ptr<Memory> memory_;
};

}  // namespace timbao
