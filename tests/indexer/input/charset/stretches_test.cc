// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: stretches are the words of a text with the signs of Latin-1 at their sides, in order and without a gap.
#include "indexer/input/charset/stretches.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace timbao {
namespace {

/// The stretches that may have been written in another way.
std::vector<std::string> other_stretches(std::string_view text) {
  std::vector<std::string> found;
  for (std::size_t at = 0; at < text.size();) {
    const Stretch stretch = next_stretch(text, at);
    EXPECT_LE(at, stretch.begin);
    EXPECT_TRUE(at < stretch.end || stretch.end == text.size());
    if (stretch.may_be_other) found.emplace_back(text.substr(stretch.begin, stretch.end - stretch.begin));
    at = stretch.end;
  }
  return found;
}

using Words = std::vector<std::string>;

TEST(NextStretch, IsAWordWithWhatIsBeyondAsciiAtItsSides) {
  EXPECT_EQ(other_stretches("Hµ Néi, n¨m 1998"), (Words{"Hµ", "Néi", "n¨m"}));
  EXPECT_EQ(other_stretches("“Việt-Nam” abc"), (Words{"“Việt", "Nam”"}));
  EXPECT_EQ(other_stretches("Vi\xD6t \x01t"), (Words{"Vi\xD6t", "\x01t"})) << "bytes, and capitals of VISCII";
  EXPECT_EQ(other_stretches("Nam Trung Bo"), Words{});
}

TEST(NextStretch, TakesBlanksThatWereLetters) {
  EXPECT_EQ(other_stretches("ng êi ® îc t ¬ng nh ng ch a"), (Words{"ng êi", "® îc", "t ¬ng", "nh ng", "ch a"}));
  EXPECT_EQ(other_stretches("nh  vËy"), (Words{"nh ", "vËy"}));
  EXPECT_EQ(other_stretches("lÃ m vÃ\u00A0 b"), (Words{"lÃ m", "vÃ\u00A0"}));
  EXPECT_EQ(other_stretches("ông B êm"), (Words{"ông", "êm"})) << "a capital is an abbreviation";
}

TEST(NextStretch, TakesNoEscapeOfJsonForLetters) {
  EXPECT_EQ(other_stretches(R"(\nBµ \u00e9té \tc\\é)"), (Words{"Bµ", "té", "é"}));
}

TEST(NextStretch, IsBounded) {
  const std::string text(100'000, '\xE9');
  EXPECT_LT(next_stretch(text, 0).end, 200U);
}

}  // namespace
}  // namespace timbao
