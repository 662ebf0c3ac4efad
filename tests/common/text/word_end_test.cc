// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: the quick look at common letters agrees with the class of every code point, and words end where
// docs/folding.md says that they do.
#include "common/text/word_end.h"

#include <gtest/gtest.h>

#include "common/base/utf8.h"
#include "common/text/letters.h"
#include "tests/common/text/vietnamese.h"

namespace timbao {
namespace {

TEST(CommonLetters, AreLettersOrDigitsAndHaveTheLengthOfTheirCodePoint) {
  for (char32_t c = 0; c < 0x110000; ++c) {
    const std::string text = test::utf8(c);
    const std::size_t length = common_letter_length(text, 0);
    if (length == 0) continue;
    const LetterClass kind = class_of(c);
    ASSERT_TRUE(kind == LetterClass::letter || kind == LetterClass::digit) << std::hex << static_cast<unsigned>(c);
    ASSERT_EQ(length, text.size()) << std::hex << static_cast<unsigned>(c);
  }
}

TEST(CommonLetters, AreAllLettersOfVietnamese) {
  for (const std::string_view letter : {"a", "Z", "0", "đ", "Đ", "ơ", "Ư", "ặ", "Ỹ"})
    EXPECT_EQ(common_letter_length(letter, 0), letter.size()) << letter;
  for (const std::string_view other : {"", " ", "-", "×", "÷", "\u0309", "\xE1\xBA", "\xC4"})
    EXPECT_EQ(common_letter_length(other, 0), 0U) << other;
  EXPECT_EQ(common_letter_length("a", 1), 0U) << "behind the text";
}

struct WordEndCase {
  std::string_view text;
  std::string_view letters, word;
  std::string_view why;
};
constexpr WordEndCase kCases[] = {
    {"Đảng bộ", "Đảng", "Đảng", "a space ends both"},
    {"4G-", "4G", "4G", "digits are a part of a word"},
    {"a\u00ADb\u00AD-", "a\u00ADb", "a\u00ADb", "a soft hyphen within, and none at the end"},
    {"tri\u200Bển khai", "tri", "tri\u200Bển", "one syllable goes over a zero-width space"},
    {"lược\u200Bphát", "lược", "lược", "two syllables do not"},
    {"a\u200B", "a", "a", "a zero-width space before nothing"},
    {"-a", "", "", "no letter"},
};

TEST(WordEnd, IsWhereTheRulesSay) {
  for (const WordEndCase& c : kCases) {
    EXPECT_EQ(c.text.substr(0, end_of_letters(c.text, 0)), c.letters) << c.why;
    EXPECT_EQ(c.text.substr(0, end_of_word(c.text, 0)), c.word) << c.why;
  }
}

}  // namespace
}  // namespace timbao
