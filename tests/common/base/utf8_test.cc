// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: UTF-8 is read and repaired as the Unicode standard says, and no place is cut within a code point.
#include "common/base/utf8.h"

#include <gtest/gtest.h>

#include "tests/common/text/vietnamese.h"

namespace timbao {
namespace {

using test::utf8;

std::vector<char32_t> code_points_of(std::string_view text) {
  std::vector<char32_t> values;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint next = read_code_point(text, at);
    values.push_back(next.value);
    at += next.length;
  }
  return values;
}

TEST(Utf8, ReadsBackEveryCodePoint) {
  for (char32_t c = 0; c < 0x110000; ++c) {
    if (c >= 0xD800 && c < 0xE000) continue;
    const std::string text = utf8(c);
    const CodePoint read = read_code_point(text, 0);
    ASSERT_EQ(read.value, c);
    ASSERT_EQ(read.length, text.size());
    ASSERT_EQ(well_formed_prefix(text), text.size());
  }
}

struct IllFormed {
  std::string_view bytes;
  std::vector<char32_t> values;
  std::string_view why;
};

// The first four are the examples of the Unicode standard, tables 3-8 to 3-11.
const std::vector<IllFormed>& ill_formed() {
  constexpr char32_t r = kReplacement;
  static const std::vector<IllFormed> cases = {
      {"\xC0\xAF\xE0\x80\xBF\xF0\x81\x82\x41", {r, r, r, r, r, r, r, r, 0x41}, "not the shortest form"},
      {"\xED\xA0\x80\xED\xBF\xBF\xED\xAF\x41", {r, r, r, r, r, r, r, r, 0x41}, "surrogates"},
      {"\xF4\x91\x92\x93\xFF\x41\x80\xBF\x42", {r, r, r, r, r, 0x41, r, r, 0x42}, "above U+10FFFF; bytes alone"},
      {"\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41", {r, r, r, r, 0x41}, "cut sequences are one part each"},
      {"\xC4", {r}, "a lead at the end"},
      {"\xE1\xBA", {r}, "two of three bytes at the end"},
      {"\xF0\x9F\x98", {r}, "three of four bytes at the end"},
      {"\xC4\xC4\x91", {r, 0x111}, "a lead before a letter"},
      {"\xEF\xBF\xBD", {r}, "U+FFFD itself"},
  };
  return cases;
}

TEST(Utf8, ReadsEachMaximalIllFormedPartAsOneReplacement) {
  for (const IllFormed& c : ill_formed()) EXPECT_EQ(code_points_of(c.bytes), c.values) << c.why;
}

TEST(Utf8, RepairsToWhatIsRead) {
  for (const IllFormed& c : ill_formed()) {
    const RepairedText repaired = repair_utf8(c.bytes);
    EXPECT_EQ(code_points_of(repaired.text), c.values) << c.why;
    EXPECT_EQ(well_formed_prefix(repaired.text), repaired.text.size()) << c.why;
  }
  EXPECT_EQ(repair_utf8("ch\xFFo").text, "ch\uFFFDo");
}

TEST(Utf8, CountsWhatItReplacedAndNotWhatWasAReplacementAlready) {
  EXPECT_EQ(repair_utf8("ch\xFFo").replaced, 1U);
  EXPECT_EQ(repair_utf8("\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41").replaced, 4U);
  EXPECT_EQ(repair_utf8("Đảng \uFFFD").replaced, 0U);
  EXPECT_EQ(repair_utf8("").replaced, 0U);
}

TEST(Utf8, RepairingTwiceChangesNothingMore) {
  test::RandomTexts random(1);
  for (int i = 0; i < 2000; ++i) {
    const std::string text = i % 2 == 0 ? random.bytes(60) : random.next(20);
    const RepairedText once = repair_utf8(text);
    const RepairedText twice = repair_utf8(once.text);
    ASSERT_EQ(twice.replaced, 0U);
    ASSERT_EQ(twice.text, once.text);
    ASSERT_EQ(once.replaced == 0, well_formed_prefix(text) == text.size());
    ASSERT_EQ(count_code_points(once.text), count_code_points(text));
  }
}

TEST(Utf8, FindsTheWellFormedBeginning) {
  EXPECT_EQ(well_formed_prefix(""), 0U);
  EXPECT_EQ(well_formed_prefix("Đảng"), 7U);
  EXPECT_EQ(well_formed_prefix("Đả\xE1\xBAng"), 5U);
  EXPECT_EQ(well_formed_prefix("\uFFFD\xFF"), 3U);
}

TEST(Utf8, CountsCodePoints) {
  EXPECT_EQ(count_code_points(""), 0U);
  EXPECT_EQ(count_code_points("Đảng"), 4U);
  EXPECT_EQ(count_code_points("a\u0309"), 2U);
  EXPECT_EQ(count_code_points("\xE1\x80\xE2"), 2U);
}

TEST(Utf8, CutsOnlyAtTheEndOfACodePoint) {
  EXPECT_EQ(cut_at_code_point("Đảng", 7), "Đảng");
  EXPECT_EQ(cut_at_code_point("Đảng", 5), "Đả");
  EXPECT_EQ(cut_at_code_point("Đảng", 4), "Đ");
  EXPECT_EQ(cut_at_code_point("Đảng", 3), "Đ");
  EXPECT_EQ(cut_at_code_point("Đảng", 1), "");
  EXPECT_EQ(cut_at_code_point("Đảng", 0), "");
  EXPECT_EQ(cut_at_code_point("", 3), "");
  const std::string text = "𝐀Đảng日";
  for (std::size_t limit = 0; limit <= text.size(); ++limit) {
    const std::string_view cut = cut_at_code_point(text, limit);
    ASSERT_LE(cut.size(), limit);
    ASSERT_EQ(well_formed_prefix(cut), cut.size());
  }
}

TEST(Utf8, FindsWhereTheCodePointBeforeAPlaceBegins) {
  const std::string text = "a\u0111\u1EA3\U0001F600";
  std::size_t begin = 0;
  for (const std::size_t end : {1U, 3U, 6U, 10U}) {
    EXPECT_EQ(code_point_before(text, end), begin);
    begin = end;
  }
  EXPECT_EQ(code_point_before("\x80\x80", 2), 0U) << "nothing but continuation bytes";
}

TEST(Utf8, CountsWellFormedTextBothWaysAlike) {
  for (const std::string_view text : {"", "a", "Đảng", "Đa\u0309ng \U0001F600"})
    EXPECT_EQ(count_well_formed(text), count_code_points(text)) << text;
}

}  // namespace
}  // namespace timbao
