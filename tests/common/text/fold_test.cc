// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: folding gives the forms of docs/folding.md, is idempotent, and knows where each byte came from.
#include "common/text/fold.h"

#include <gtest/gtest.h>

#include <set>

#include "common/text/letters.h"
#include "tests/common/text/vietnamese.h"
#include "tests/sanitizer.h"

namespace timbao {
namespace {

using Offsets = std::vector<std::uint32_t>;
using test::RandomTexts;
using test::utf8;

struct Case {
  std::string_view printed, canonical, folded, why;
};

TEST(Fold, GivesTheFormsThatItsRulesName) {
  const std::vector<Case> cases = {
      {"Đảng", "đảng", "dang", "as printed"},
      {"ĐẢNG", "đảng", "dang", "capitals"},
      {"Ðảng", "đảng", "dang", "U+00D0, the Icelandic letter"},
      {"ðảng", "đảng", "dang", "U+00F0"},
      {"\u0189ảng", "đảng", "dang", "U+0189, the African letter"},
      {"\u0256ảng", "đảng", "dang", "U+0256"},
      {"Đa\u0309ng", "đảng", "dang", "normal form D"},
      {"ĐA\u0309NG", "đảng", "dang", "normal form D in capitals"},
      {"dang", "dang", "dang", "without marks"},
      {"ng\u01A3ời", "người", "nguoi", "U+01A3 out of a PDF"},
      {"NG\u01A2ỜI", "người", "nguoi", "U+01A2"},
      {"ＣＮＴＴ", "cntt", "cntt", "full width"},
      {"o\uFB03ce", "office", "office", "a ligature"},
      {"\uFB01", "fi", "fi", "a ligature alone"},
      {"Müller", "müller", "muller", "another language's letters"},
      {"Часть", "часть", "часть", "another script"},
      {"Straße", "strasse", "strasse", "full case folding"},
      {"km²", "km2", "km2", "a superscript"},
      {"phát tri\u00ADển", "phát triển", "phat trien", "a soft hyphen"},
      {"\uFEFFhọp", "họp", "hop", "a byte order mark"},
      {"họp\u200D\u200E", "họp", "hop", "a joiner and a bidi mark"},
      {"tri\u200Bển", "triển", "trien", "a zero-width space"},
      {"", "", "", "nothing"},
      {"“Họp” – 5%", "“họp” – 5%", "“hop” – 5%", "what is no letter stays"},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(canonical(c.printed), c.canonical) << c.why;
    EXPECT_EQ(fold(c.printed).text, c.folded) << c.why;
    EXPECT_EQ(fold_text(c.printed), c.folded) << c.why;
  }
}

TEST(Fold, MapsEveryByteToTheByteWhereItsLetterBegan) {
  EXPECT_EQ(fold("Đảng").offsets, (Offsets{0, 2, 5, 6}));
  EXPECT_EQ(fold("Đa\u0309ng").offsets, (Offsets{0, 2, 5, 6}));
  EXPECT_EQ(fold("o\uFB03ce").offsets, (Offsets{0, 1, 1, 1, 4, 5}));
  EXPECT_EQ(fold("\u00ADч").offsets, (Offsets{2, 2}));
  EXPECT_EQ(fold("").offsets, Offsets{});
}

TEST(Fold, ReadsIllFormedBytesAsReplacements) {
  const FoldedText folded = fold("Đ\xFF\xE1\xBA");
  EXPECT_EQ(folded.text, "d\uFFFD\uFFFD");
  EXPECT_EQ(folded.offsets, (Offsets{0, 2, 2, 2, 3, 3, 3}));
  EXPECT_EQ(canonical("Đ\xFF\xE1\xBA"), "đ\uFFFD\uFFFD");
}

TEST(Fold, LeavesSmallAsciiAloneAndLowersCapitals) {
  for (char c = 0; c >= 0 && c < 127; ++c) {
    const bool is_capital = c >= 'A' && c <= 'Z';
    const std::string text(1, c), wanted(1, is_capital ? static_cast<char>(c + 32) : c);
    EXPECT_EQ(fold(text).text, wanted);
    EXPECT_EQ(canonical(text), wanted);
  }
}

// One letter at a time: folding a folded text changes nothing, and the offsets are the letter's.
TEST(Fold, IsIdempotentOverAllOfUnicode) {
  for (char32_t c = 0; c < 0x110000; ++c) {
    if (c >= 0xD800 && c < 0xE000) continue;
    if (c >= 0x3000 && !test::is_sampled(c)) continue;
    const FoldedText folded = fold(utf8(c));
    ASSERT_EQ(folded.offsets, Offsets(folded.text.size(), 0)) << std::hex << static_cast<unsigned>(c);
    ASSERT_EQ(fold_text(folded.text), folded.text) << std::hex << static_cast<unsigned>(c);
  }
}

TEST(Fold, IsTheSameInEveryNormalForm) {
  for (const test::Vowel& vowel : test::kVowels) {
    for (std::size_t tone = 0; tone < 6; ++tone) {
      const std::string small(vowel.toned[tone]);
      for (const std::string& letter : {small, test::capitals(small)}) {
        EXPECT_EQ(fold_text(letter), vowel.base);
        EXPECT_EQ(fold_text(test::decomposed(letter)), vowel.base);
        EXPECT_EQ(canonical(letter), small);
        EXPECT_EQ(canonical(test::decomposed(letter)), small);
        EXPECT_EQ(canonical(std::string(vowel.toned[0]) + std::string(test::kToneMarks[tone])), small)
            << "half composed";
      }
    }
  }
}

std::set<std::size_t> beginnings(std::string_view text) {
  std::set<std::size_t> places;
  for (std::size_t at = 0; at < text.size(); at += read_code_point(text, at).length) places.insert(at);
  return places;
}

TEST(Fold, HoldsItsPromisesOnAnyText) {
  RandomTexts random(2);
  for (int i = 0; i < 3000; ++i) {
    const std::string text = i % 4 == 0 ? random.bytes(80) : random.next(25);
    const FoldedText folded = fold(text);
    ASSERT_EQ(folded.text.size(), folded.offsets.size());
    ASSERT_EQ(fold_text(text), folded.text);
    ASSERT_EQ(fold_text(folded.text), folded.text) << "idempotent";
    ASSERT_EQ(well_formed_prefix(folded.text), folded.text.size());
    const std::set<std::size_t> starts = beginnings(text);
    std::uint32_t before = 0;
    for (const std::uint32_t offset : folded.offsets) {
      ASSERT_LE(before, offset) << "offsets never fall";
      ASSERT_EQ(starts.count(offset), 1U) << "an offset is where a code point begins";
      before = offset;
    }
  }
}

TEST(Canonical, IsIdempotentOnAnyText) {
  RandomTexts random(3);
  for (int i = 0; i < 3000; ++i) {
    const std::string letters = canonical(i % 4 == 0 ? random.bytes(80) : random.next(25));
    ASSERT_EQ(canonical(letters), letters);
  }
}

TEST(Fold, OfTheCanonicalTextIsFoldOfTheText) {
  RandomTexts random(4);
  for (const test::Vowel& vowel : test::kVowels)
    for (const std::string_view letter : vowel.toned) EXPECT_EQ(fold_text(canonical(letter)), fold_text(letter));
  EXPECT_EQ(fold_text(canonical("Ðại hội XIII, ＣＮＴＴ")), fold_text("Ðại hội XIII, ＣＮＴＴ"));
}

TEST(ClassOf, KnowsWhatEachCodePointDoes) {
  const std::vector<std::pair<std::u32string_view, LetterClass>> cases = {
      {U"aĐảơЧ日\u0301²٣½", LetterClass::letter},
      {U"0123456789", LetterClass::digit},
      {U"\u00AD\u200C\u200D\uFEFF\u200E\u202A\u2060", LetterClass::ignorable},
      {U"\u200B", LetterClass::zero_width_space},
      {U".!?…;:", LetterClass::sentence_end},
      {U"\n\r\v\f\u0085\u2028\u2029", LetterClass::line_end},
      {U" \t\u00A0\u2009\u202F\u3000“”‘’\"'–—-/()[],%&_\uFFFD~", LetterClass::separator},
  };
  for (const auto& [members, wanted] : cases)
    for (const char32_t c : members) EXPECT_EQ(class_of(c), wanted) << std::hex << static_cast<unsigned>(c);
}

TEST(ClassOf, CountsCapitalsOfEveryScript) {
  for (const char32_t c : U"AĐẢƠЧ") EXPECT_EQ(is_upper_case(c), c != 0);
  for (const char32_t c : U"ađảơч5日-") EXPECT_FALSE(is_upper_case(c));
}

}  // namespace
}  // namespace timbao
