// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: lines are wrapped within their width, and no letter is parted from its marks.
#include "common/text/columns.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "common/base/utf8.h"

namespace timbao {
namespace {

TEST(ColumnsOf, CountsWhatATerminalTakes) {
  const std::vector<std::pair<std::string, std::size_t>> cases = {
      {"", 0},
      {"Đảng ủy", 7},
      {"\u0110a\u0309ng", 4},       // a mark of its own stands on its letter
      {"日本", 4},                  // wide
      {"\uFF21", 2},                // full width
      {"\U0001F600\U0001F525", 4},  // emoji
      {"a\u200Bb\u200Dc\uFEFF", 3},
      {"\u1100\u1161", 2},  // a Korean syllable in parts
      {"– “x” …", 7},
      {"\x1B[1mĐảng\x1B[0m bộ", 7},
      {"\x1B[", 0},
      {"a\xFF", 2},
      {"\u00AD", 1},
  };
  for (const auto& [text, columns] : cases) EXPECT_EQ(columns_of(text), columns) << text;
}

TEST(Wrap, BreaksBetweenWordsAndIndentsWhatFollows) {
  EXPECT_EQ(wrap("1. Chuyển biến trong công tác", {20, 3}), "1. Chuyển biến trong\n   công tác");
  EXPECT_EQ(wrap("   một hai ba bốn năm sáu bảy", {20, 3}), "   một hai ba bốn\n   năm sáu bảy");
  EXPECT_EQ(wrap("một hai ba bốn năm  sáu", {20, 0}), "một hai ba bốn năm\nsáu");
  EXPECT_EQ(wrap("một  hai", {20, 0}), "một  hai") << "spaces within a line stay";
  EXPECT_EQ(wrap("", {20, 3}), "");
  EXPECT_EQ(wrap("một hai ba bốn năm sáu bảy", {0, 3}), "một hai ba bốn năm sáu bảy") << "no width is known";
  EXPECT_EQ(wrap("một hai ba bốn năm sáu bảy", {1, 0}), "một hai ba bốn năm\nsáu bảy") << "20 columns at least";
}

TEST(Wrap, BreaksAWordThatIsWiderThanALine) {
  EXPECT_EQ(wrap("x " + std::string(45, '='), {20, 2}),
            "x\n  " + std::string(18, '=') + "\n  " + std::string(18, '=') + "\n  " + std::string(9, '='));
  std::string wide, marks;
  for (int i = 0; i < 12; ++i) wide += "日";
  EXPECT_EQ(wrap("x" + wide, {20, 0}), "x" + wide.substr(0, 27) + "\n" + wide.substr(27));
  for (int i = 0; i < 21; ++i) marks += "a\u0301";
  EXPECT_EQ(wrap(marks, {20, 0}), marks.substr(0, 60) + "\na\u0301");
}

TEST(Wrap, CountsEscapeSequencesAsNothing) {
  EXPECT_EQ(wrap("\x1B[1mmột\x1B[0m hai ba \x1B[1mbốn\x1B[0m năm sáu", {20, 0}),
            "\x1B[1mmột\x1B[0m hai ba \x1B[1mbốn\x1B[0m năm\nsáu");
}

std::string without_spaces(std::string text) {
  text.erase(std::remove_if(text.begin(), text.end(), [](char c) { return c == ' ' || c == '\n'; }), text.end());
  return text;
}

TEST(Wrap, KeepsEveryLetterAndTheWidthWhateverTheText) {
  static const std::vector<std::string> kPieces{
      "một",  " ",      " ", "  ",      "日本", "\U0001F600", "a\u0301",    "=======", "\u200B",   "\x1B[1m", "\x1B[0m",
      "\xFF", "\u0301", "x", "nghiêng", " ",    "\u00A0",     "đườngđường", "\x1B",    "\xE2\x80", "–"};
  std::mt19937 random(5);
  for (int round = 0; round < 5'000; ++round) {
    std::string text;
    for (std::size_t i = random() % 60; i > 0; --i) text += kPieces[random() % kPieces.size()];
    const Wrapping wrapping{20 + random() % 40, random() % 10};
    const std::string wrapped = wrap(text, wrapping);
    ASSERT_EQ(without_spaces(wrapped), without_spaces(text));
    std::istringstream lines(wrapped);
    bool is_first = true;
    for (std::string line; std::getline(lines, line); is_first = false) {
      ASSERT_LE(columns_of(line), wrapping.columns) << line;
      if (is_first) continue;
      ASSERT_EQ(line.find_first_not_of(' '), wrapping.indent) << line;
    }
  }
}

TEST(CutAtLetter, SparesLettersWithTheirMarks) {
  EXPECT_EQ(cut_at_letter("Đảng bộ", 4), "Đảng");
  EXPECT_EQ(cut_at_letter("Đảng", 9), "Đảng");
  EXPECT_EQ(cut_at_letter("", 3), "");
  EXPECT_EQ(cut_at_letter("Đảng", 0), "");
  EXPECT_EQ(cut_at_letter("xa\u0301\u0302b", 2), "x");
  EXPECT_EQ(cut_at_letter("xa\u0301\u0302b", 3), "x");
  EXPECT_EQ(cut_at_letter("xa\u0301\u0302b", 4), "xa\u0301\u0302");
  EXPECT_EQ(cut_at_letter("a\u0301b", 1), "a") << "of one letter there is nothing else to show";
  std::string marks = "a";
  for (int i = 0; i < 100; ++i) marks += "\u0301";
  EXPECT_EQ(count_code_points(cut_at_letter(marks, 50)), 50U);
}

}  // namespace
}  // namespace timbao
