// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/front/prompt/highlight_pattern.h"

#include <gtest/gtest.h>

namespace timbao {
namespace {

Hit hit_of(HighlightedText title, HighlightedText snippet = {}) {
  Hit hit;
  hit.title = std::move(title);
  hit.snippet = std::move(snippet);
  return hit;
}

TEST(HighlightPattern, MatchesThePrintedFormsAlsoAtTheEndOfALine) {
  EXPECT_EQ(highlight_pattern(hit_of({"Đảng bộ xã họp", {{0, 7}, {11, 14}}})), "\\bhọp\\b|\\bĐảng( bộ\\b|$)");
  EXPECT_EQ(highlight_pattern(hit_of({"a b c", {{0, 5}}})), "\\ba( b( c\\b|$)|$)");
  EXPECT_EQ(highlight_pattern(hit_of({"Đảng", {}})), "");
  EXPECT_EQ(highlight_pattern(hit_of({"", {}})), "");
}

TEST(HighlightPattern, PutsTheMostFrequentFormFirst) {
  EXPECT_EQ(highlight_pattern(hit_of({"Dân", {{0, 3}}}, {"dân và dân", {{0, 3}, {7, 10}}})), "\\bdân\\b|\\bDân\\b");
}

TEST(HighlightPattern, GivesNoCharacterAMeaningOfItsOwn) {
  EXPECT_EQ(highlight_pattern(hit_of({"+65% (a.b)/c", {{0, 4}, {5, 12}}})), "\\(a\\.b\\)\\/c\\b|\\+65%");
  EXPECT_EQ(highlight_pattern(hit_of({"a\nb", {{0, 3}}})), "\\ba( b\\b|$)") << "a line end is a space";
}

TEST(HighlightPattern, HasALimit) {
  HighlightedText text;
  for (std::size_t i = 0; i < 1000; ++i) {
    const std::size_t begin = text.text.size();
    text.text += std::to_string(10'000 + i) + " ";
    text.highlights.push_back({begin, begin + 5});
  }
  EXPECT_LE(highlight_pattern(hit_of({}, text)).size(), kPatternLimitBytes);
  EXPECT_GT(highlight_pattern(hit_of({}, text)).size(), kPatternLimitBytes / 2);
  EXPECT_EQ(highlight_pattern(hit_of({std::string(2000, 'x'), {{0, 2000}}})), "");
}

}  // namespace
}  // namespace timbao
