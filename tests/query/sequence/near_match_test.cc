// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/sequence/near_match.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "tests/query/support/asked.h"

namespace timbao {
namespace {

struct Case {
  std::string_view query, body;
  bool hit;
  std::string_view why;
};

TEST(NearMatch, CountsTheWordsBetween) {
  const std::vector<Case> cases{
      {"đất NEAR/0 rừng", "đất rừng", true, "side by side"},
      {"đất NEAR/0 rừng", "rừng đất", true, "in either order"},
      {"đất NEAR/0 rừng", "đất và rừng", false, "one between"},
      {"đất NEAR/1 rừng", "đất và rừng", true, "one between"},
      {"đất NEAR/1 rừng", "đất và của rừng", false, "two between"},
      {"đất NEAR rừng", "đất 1 2 3 4 5 6 7 8 9 10 rừng", true, "ten by default"},
      {"đất NEAR rừng", "đất 1 2 3 4 5 6 7 8 9 10 11 rừng", false, "eleven"},
      {"đất NEAR/3 rừng", "Đất. Và, rừng", true, "across the end of a sentence"},
      {"đất NEAR/3 rừng", "đất\nrừng", false, "not across paragraphs"},
      {"đất NEAR/3 đất", "đất và đất", true, "twice"},
      {"đất NEAR/3 đất", "đất và rừng", false, "a word is not near itself"},
      {"\"giao đất\" NEAR/1 rừng", "giao đất và rừng", true, "a phrase before"},
      {"\"giao đất\" NEAR/1 rừng", "rừng được giao đất", true, "a phrase behind"},
      {"\"giao đất\" NEAR/9 đất", "giao đất", false, "they have a word in common"},
      {"giao đất NEAR/1 rừng", "giao và đất rừng", false, "words on a side are a phrase"},
      {"đất NEAR/1 (rừng OR cây)", "cây và đất", true, "any of two"},
      {"đất NEAR/1 rừ*", "đất rừng", true, "the beginning of a word"},
      {"đất NEAR/1 rư*", "đất và ruộng", false, "with another mark"},
      {"a NEAR/0 b NEAR/0 c", "a b c", true, "a chain"},
      {"a NEAR/0 b NEAR/0 c", "b a c", false, "c is near a, not b"},
      {"a NEAR/0 b NEAR/0 c", "a b 1 b c", false, "the same b for both"},
      {"đất NEAR/1 tphcm", "đất của TP.HCM", true, "a joined form as a whole"},
      {"đất NEAR/0 TP.HCM", "TPHCM đất", true, "and as its parts"},
      {"dat NEAR/0 rừng", "đất rừng", true, "any reading without marks"},
      {"đất NEAR/0 rừng", "đạt rừng", false, "the reading that was typed"},
  };
  for (const Case& c : cases)
    EXPECT_EQ(test::is_hit(c.query, test::article_with("", std::string(c.body))), c.hit) << c.query << ": " << c.why;
}

TEST(NearMatch, StaysInAField) {
  const Article article = test::article_with("Giao đất", "cho dân");
  EXPECT_FALSE(test::is_hit("đất NEAR/5 dân", article)) << "title and body";
  EXPECT_TRUE(test::is_hit("title:(giao NEAR/5 đất)", article));
  EXPECT_FALSE(test::is_hit("body:(giao NEAR/5 đất)", article));
  EXPECT_TRUE(test::is_hit("body:cho NEAR/5 dân", article));
}

TEST(NearMatch, TakesTimeThatGrowsWithThePlaces) {
  std::string body;
  for (int i = 0; i < 30'000; ++i) body += "đất rừng ";
  EXPECT_TRUE(test::is_hit("đất NEAR/1000000 rừng NEAR/1000000 đất NEAR/0 rừng", test::article_with("", body)));
  EXPECT_FALSE(test::is_hit("đất NEAR/1000000 rừng NEAR/1000000 \"đất đất\"", test::article_with("", body)));
}

}  // namespace
}  // namespace timbao
