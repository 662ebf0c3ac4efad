// SPDX-License-Identifier: GPL-2.0-or-later
// What holds for the tokens of any text.
#include <gtest/gtest.h>

#include <algorithm>

#include "common/text/letters.h"
#include "common/text/tokenize.h"
#include "tests/common/text/shown_tokens.h"
#include "tests/common/text/vietnamese.h"
#include "tests/sanitizer.h"

namespace timbao {
namespace {

using test::RandomTexts;

std::string random_text(RandomTexts& random, int turn) {
  return turn % 5 == 0 ? random.bytes(random.below(100)) : random.next(random.below(30));
}

void expect_ordered(std::string_view text, const TokenizedText& cut) {
  std::size_t end = 0;
  for (const Token& token : cut.tokens) {
    ASSERT_LE(end, token.begin);
    ASSERT_LT(token.begin, token.end);
    ASSERT_LE(token.end, text.size());
    ASSERT_FALSE(token.word->folded.empty());
    ASSERT_FALSE(token.word->exact.empty());
    ASSERT_LE(token.word->folded.size(), kFoldedLimitBytes);
    ASSERT_LE(token.word->exact.size(), kExactLimitBytes);
    ASSERT_EQ((token.word->folded + token.word->exact).find(' '), std::string::npos);
    end = token.end;
  }
  if (!cut.tokens.empty()) {
    ASSERT_EQ(cut.tokens.front().gap, Gap::paragraph);
  }
}

void expect_extras_in_range(const TokenizedText& cut) {
  for (const Extra& extra : cut.extras) {
    ASSERT_GE(extra.count, 1U);
    ASSERT_LE(std::uint64_t{extra.first} + extra.count, cut.tokens.size());
    ASSERT_FALSE(extra.folded.empty());
  }
}

/// Every letter and digit lies in a token (marks on no letter are none), and a token begins and ends with one.
void expect_covered(std::string_view text, const TokenizedText& cut) {
  auto token = cut.tokens.begin();
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint next = read_code_point(text, at);
    while (token != cut.tokens.end() && token->end <= at) ++token;
    const bool inside = token != cut.tokens.end() && token->begin <= at && at + next.length <= token->end;
    const LetterClass kind = class_of(next.value);
    const bool is_letter = kind == LetterClass::letter || kind == LetterClass::digit;
    if (is_letter && !fold_code_point(next.value).empty()) {
      ASSERT_TRUE(inside) << "byte " << at << " of " << ::testing::PrintToString(std::string(text));
    }
    if (inside && (at == token->begin || at + next.length == token->end)) {
      ASSERT_TRUE(is_letter || kind == LetterClass::separator) << "byte " << at << " of " << text;
    }
    at += next.length;
  }
}

TEST(TokenizeAnyText, GivesOrderedTokensThatHoldEveryLetter) {
  RandomTexts random(8);
  for (int i = 0; i < 6000; ++i) {
    const std::string text = random_text(random, i);
    Tokenizer tokenizer;
    const TokenizedText cut = tokenizer.tokenize(text);
    ASSERT_NO_FATAL_FAILURE(expect_ordered(text, cut)) << text;
    ASSERT_NO_FATAL_FAILURE(expect_extras_in_range(cut)) << text;
    ASSERT_NO_FATAL_FAILURE(expect_covered(text, cut));
  }
}

TEST(TokenizeAnyText, DoesNotDependOnWhatWasTokenizedBefore) {
  RandomTexts random(9);
  Tokenizer used;
  for (int i = 0; i < 3000; ++i) {
    const std::string text = random_text(random, i);
    ASSERT_EQ(test::shown_whole(used.tokenize(text)), test::shown_whole(Tokenizer().tokenize(text))) << text;
  }
}

std::string many_words(std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += 'w' + std::to_string(i) + "x ";
  return text;
}

TEST(TokenizeAnyText, DoesNotDependOnAFullCache) {
  Tokenizer full;
  EXPECT_EQ(full.tokenize(many_words(Tokenizer::kCachedWords + 1000)).tokens.size(), Tokenizer::kCachedWords + 1000);
  RandomTexts random(10);
  for (int i = 0; i < 500; ++i) {
    const std::string text = random_text(random, i);
    ASSERT_EQ(test::shown_whole(full.tokenize(text)), test::shown_whole(Tokenizer().tokenize(text))) << text;
  }
}

TEST(TokenizeAnyText, GivesSmallDenseIdsToTheWordsThatItCaches) {
  Tokenizer tokenizer;
  const TokenizedText first = tokenizer.tokenize("Đảng họp, Đảng bàn " + std::string(100, 'x'));
  EXPECT_EQ(first.tokens.at(0).word, first.tokens.at(2).word) << "one spelling is one word";
  EXPECT_EQ(first.tokens.at(4).word->id, Word::kNoId) << "long words are not cached";
  std::vector<std::uint32_t> ids;
  for (std::size_t i : {0U, 1U, 3U}) ids.push_back(first.tokens[i].word->id);
  std::sort(ids.begin(), ids.end());
  EXPECT_EQ(ids, (std::vector<std::uint32_t>{0, 1, 2}));
  const TokenizedText many = tokenizer.tokenize(many_words(Tokenizer::kCachedWords));
  EXPECT_EQ(many.tokens.back().word->id, Word::kNoId) << "it is full";
  EXPECT_EQ(many.own_words.size(), 3U);
}

TEST(TokenizeAnyText, IsTheSameInBothNormalForms) {
  for (const std::string_view text : {"Xây dựng Đảng bộ tỉnh Thừa Thiên – Huế, quý 3/2018: ngày 31 tháng 1 năm 2018",
                                      "Chỉ thị số 05-CT/T.Ư, 5tỷ đồng", "tự-học, Lê-nin, KT-XH ở Đắk Lắk, hoà bình",
                                      "30/2020/NĐ-CP, 04 - NQ / TƯ, mồng 5 tháng 2"}) {
    Tokenizer tokenizer;
    const TokenizedText composed = tokenizer.tokenize(text), decomposed = tokenizer.tokenize(test::decomposed(text));
    EXPECT_EQ(test::shown_tokens(composed), test::shown_tokens(decomposed));
    EXPECT_EQ(test::shown_extras(composed), test::shown_extras(decomposed));
    for (std::size_t i = 0; i < composed.tokens.size(); ++i)
      EXPECT_EQ(composed.tokens[i].word->exact, decomposed.tokens[i].word->exact);
  }
}

TEST(TokenizeLongWords, CutsFormsOnALettersBorderAndLosesNone) {
  const std::string million(1'000'000, 'a');
  Tokenizer tokenizer;
  const TokenizedText cut = tokenizer.tokenize("họp " + million + " bàn");
  ASSERT_EQ(cut.tokens.size(), 3U);
  EXPECT_EQ(cut.tokens[1].end - cut.tokens[1].begin, 1'000'000U) << "its whole byte range";
  EXPECT_EQ(cut.tokens[1].word->folded, std::string(kFoldedLimitBytes, 'a'));
  EXPECT_EQ(cut.tokens[1].word->exact, std::string(kExactLimitBytes, 'a'));
}

TEST(TokenizeLongWords, CutMarkedLettersWhole) {
  std::string word;
  for (int i = 0; i < 100; ++i) word += "ệ";
  for (const std::string& text : {word, test::decomposed(word)}) {
    Tokenizer tokenizer;
    const TokenizedText cut = tokenizer.tokenize(text);
    ASSERT_EQ(cut.tokens.size(), 1U);
    EXPECT_EQ(cut.tokens[0].end, text.size());
    EXPECT_EQ(cut.tokens[0].word->folded, std::string(kFoldedLimitBytes, 'e'));
    EXPECT_EQ(cut.tokens[0].word->exact, word.substr(0, kExactLimitBytes));
  }
}

TEST(TokenizeLongWords, FindsTheLetterBehindAThousandMarks) {
  std::string marks;
  for (int i = 0; i < 1000; ++i) marks += "\u0301";
  Tokenizer tokenizer;
  const TokenizedText cut = tokenizer.tokenize(marks + "họp");
  ASSERT_EQ(cut.tokens.size(), 1U);
  EXPECT_EQ(cut.tokens[0].word->folded, "hop");
}

// A megabyte of each, less under a sanitizer: what is tried and given up must be short, or these take minutes.
TEST(TokenizeHostileText, TakesNoShapeOfTextLongerThanAnother) {
  for (const std::string_view piece : {"-",          ".",         "'",
                                       "a-",         "1-",        "a.b-",
                                       "000.",       "0,000,",    "111 ",
                                       "1.000.",     "kt\u200B",  "\u200B",
                                       "5\u200Bkg",  "5\u00ADkg", "\u00AD",
                                       "\u0301",     "-\u0301 ",  "luật 1 ",
                                       "Chỉ thị 5 ", "5-CT/",     "5-CT/TW-",
                                       "1/1/",       "5 - CT / ", "5/2018/",
                                       "T.Ư",        "1%-",       "ngày 1 tháng 1 năm 2018 ",
                                       "\xF0\x9F",   "\xFF",      "1 2 ",
                                       "5-AB.",      "2015 - ",   "5"}) {
    std::string text;
    while (text.size() < test::rounds(1'000'000)) text += piece;
    for (const std::string_view end : {"", "000,5"}) {
      Tokenizer tokenizer;
      const std::string whole = text + std::string(end);
      const TokenizedText cut = tokenizer.tokenize(whole);
      ASSERT_NO_FATAL_FAILURE(expect_ordered(whole, cut)) << piece;
      ASSERT_NO_FATAL_FAILURE(expect_extras_in_range(cut)) << piece;
    }
  }
}

}  // namespace
}  // namespace timbao
