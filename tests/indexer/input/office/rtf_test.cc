// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/office/rtf.h"

#include <gtest/gtest.h>

#include <string>

#include "indexer/input/office/rtf_words.h"

namespace timbao {
namespace {

/// The paragraphs as "text|", with "T " before a title and "# " before a heading; "…" at the end where the file is cut.
std::string shown(std::string_view rtf) {
  constexpr std::string_view kSigns[] = {"", "T ", "# "};
  const OfficeText read = read_rtf(rtf);
  std::string all;
  for (const OfficeParagraph& paragraph : read.paragraphs)
    all += std::string(kSigns[static_cast<std::size_t>(paragraph.style)]) + paragraph.text + "|";
  return all + (read.end == DocumentEnd::cut ? "…" : "");
}

struct File {
  const char* rtf;
  const char* expected;
};

class RtfFiles : public testing::TestWithParam<File> {};

TEST_P(RtfFiles, AreParagraphs) { EXPECT_EQ(shown(GetParam().rtf), GetParam().expected) << GetParam().rtf; }

const File kText[] = {
    {R"({\rtf1 a\par b})", "a|b|"},
    {"{\\rtf1 a\r\nb\\\nc}", "ab|c|"},
    {R"({\rtf1 a\b b\b0  c{\i d}})", "ab cd|"},
    {R"({\rtf1 a\line b\tab c\~d\_e\-f\\\{\}})", "a\nb\tc\u00A0d-ef\\{}|"},
    {R"({\rtf1 \ldblquote a\rdblquote\emdash})", "\u201Ca\u201D\u2014|"},
    {R"({\rtf1\trowd a\cell b\cell\row c})", "a|b|c|"},
    {"{\\rtf1 Đê lũ}", "Đê lũ|"},
};
const File kLetters[] = {
    {R"({\rtf1 M\u432?a l\u361\'fb})", "Mưa lũ|"},
    {R"({\rtf1\uc0 M\u432a})", "Mưa|"},
    {R"({\rtf1\uc2 M\u432\'75?a})", "Mưa|"},
    {R"({\rtf1 M\u432\par a})", "Mư|a|"},
    {R"({\rtf1 \u-10179?\u-8938?})", "\U0001F516|"},
    {R"({\rtf1 \u-10179?a\u-8938?})", "a\uFFFD|"},
    {R"({\rtf1\ansi \'93\'e0\'94})", "\u201Cà\u201D|"},
    {R"({\rtf1\ansi\ansicpg1258 \'fda\'cc \'ea\'f2})", "ưà ệ|"},
    {R"({\rtf1{\fonttbl{\f0\fcharset163 Times;}{\f1 Arial;}}\f0 la\'cc\f1  \'e0})", "là à|"},
};
const File kLeftOut[] = {
    {R"({\rtf1{\fonttbl{\f0 Arial{\*\falt x};}}{\colortbl;\red0;}{\info{\title x}}a})", "a|"},
    {R"({\rtf1{\*\generator x;}{\pict 0102}{\header x\par}{\field{\*\fldinst PAGE}{\fldrslt 3}}a})", "3a|"},
    {R"({\rtf1{\*\shppict{\pict 01}}{\nonshppict{\pict 01}}a})", "a|"},
    {R"({\rtf1 a{\deleted b}c\deleted d\deleted0 e})", "ace|"},
    {"{\\rtf1 {\\pict\\bin4 }}}}}a}", "a|"},
    {"{\\rtf1 \\bin1 \u0110a}", "a|"},
    {R"({\rtf1 a{\footnote chú\par thích}b\par c})", "ab|chú|thích|c|"},
};
const File kStyles[] = {
    {R"({\rtf1{\stylesheet{\s0 Normal;}{\s1 heading 1;}{\s15 Title;}{\*\cs10 x;}}\pard\s15 a\par\pard\s1 b\par\pard c})",
     "T a|# b|c|"},
};
const File kBroken[] = {
    {R"({\rtf1 a)", "a|…"},
    {R"({\rtf1 a}})", "a|"},
    {R"({\rtf1 a} b)", "a|"},
    {"{\\rtf1 a\\", "a|…"},
    {R"({\rtf1 a\'zz\%})", "a'zz%|"},
    {R"({\rtf1\u999999999999?\bin99999999999 x)", "…"},
    {"", ""},
};
INSTANTIATE_TEST_SUITE_P(Text, RtfFiles, testing::ValuesIn(kText));
INSTANTIATE_TEST_SUITE_P(Letters, RtfFiles, testing::ValuesIn(kLetters));
INSTANTIATE_TEST_SUITE_P(LeftOut, RtfFiles, testing::ValuesIn(kLeftOut));
INSTANTIATE_TEST_SUITE_P(Styles, RtfFiles, testing::ValuesIn(kStyles));
INSTANTIATE_TEST_SUITE_P(Broken, RtfFiles, testing::ValuesIn(kBroken));

TEST(RtfFonts, FromBeforeUnicodeKeepTheirBytes) {
  const OfficeText read =
      read_rtf(R"({\rtf1\ansicpg1258{\fonttbl{\f0 Arial;}{\f1\fcharset0 .VnTime;}}\f1\'ae\'aa\f0  a})");
  ASSERT_EQ(read.paragraphs.size(), 1U);
  EXPECT_EQ(read.paragraphs[0].text, "®ª a");
  ASSERT_EQ(read.paragraphs[0].spans.size(), 1U);
  EXPECT_EQ(read.paragraphs[0].spans[0].end, 4U);
  EXPECT_EQ(read.paragraphs[0].spans[0].font.charset, Charset::tcvn3);
}

TEST(RtfDepth, IsLimited) {
  const std::string deep(10'000, '{');
  EXPECT_EQ(shown("{\\rtf1 a" + deep + "b"), "a|…");
}

TEST(RtfControls, AreReadWithTheirNumbers) {
  EXPECT_EQ(read_rtf_control("\\u-7843 ?").number, -7843);
  EXPECT_EQ(read_rtf_control("\\u-7843 ?").length, 8U);
  EXPECT_EQ(read_rtf_control("\\b\\i").number, 1);
  EXPECT_EQ(read_rtf_control("\\b-x").length, 2U);
  EXPECT_EQ(read_rtf_control("\\'E1").number, 0xE1);
  EXPECT_EQ(read_rtf_control("\\").length, 1U);
}

}  // namespace
}  // namespace timbao
