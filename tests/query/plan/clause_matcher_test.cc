// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/plan/clause_matcher.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/query/support/asked.h"

namespace timbao {
namespace {

using test::article_with;
using test::is_hit;

struct Case {
  std::string_view query, body;
  bool hit;
  std::string_view why;
};

void expect_hits(const std::vector<Case>& cases) {
  for (const Case& c : cases)
    EXPECT_EQ(is_hit(c.query, article_with("", std::string(c.body))), c.hit)
        << c.query << " in " << c.body << ": " << c.why;
}

TEST(ClauseMatcher, FindsPhrasesByTheirOrder) {
  expect_hits({
      {"\"bàn giao đất\"", "Huyện bàn giao đất cho dân", true, "side by side"},
      {"\"bàn giao đất\"", "Huyện bàn giao. Đất cho dân", true, "across a sentence's end"},
      {"\"bàn giao đất\"", "Huyện bàn đất giao", false, "in another order"},
      {"\"bàn giao đất\"", "Huyện bàn việc giao đất", false, "with a word between"},
      {"\"bàn giao đất\"", "Huyện bàn giao\nđất cho dân", false, "across paragraphs"},
      {"\"ban giao dat\"", "Huyện bàn giao đất", true, "without marks it is any reading"},
      {"\"bàn giao đất\"", "Huyen ban giao dat", true, "the form without marks is taken for the typed reading"},
      {"\"bàn giao đất\"", "Huyện bạn giao đất", false, "another reading is not"},
      {"=\"bàn giao\"", "Huyen ban giao dat", false, "behind = only the typed reading is"},
  });
}

TEST(ClauseMatcher, KeepsPhrasesWithinAField) {
  Article article = article_with("Hội nghị bàn", "giao đất cho dân");
  article.captions = {"Ảnh dân", "họp tổ"};
  article.authors = {"Lê Văn", "Hà An"};
  EXPECT_FALSE(is_hit("\"bàn giao\"", article)) << "title and body";
  EXPECT_FALSE(is_hit("\"dân họp\"", article)) << "two captions";
  EXPECT_FALSE(is_hit("\"dân ảnh\"", article)) << "body and caption";
  EXPECT_FALSE(is_hit("\"văn hà\"", article)) << "two authors";
  EXPECT_TRUE(is_hit("\"lê văn\"", article));
  EXPECT_TRUE(is_hit("title:\"nghị bàn\"", article));
  EXPECT_FALSE(is_hit("title:\"giao đất\"", article));
  EXPECT_TRUE(is_hit("body:\"giao đất\"", article));
  EXPECT_TRUE(is_hit("caption:\"họp tổ\"", article));
  EXPECT_TRUE(is_hit("author:\"hà an\"", article));
}

TEST(ClauseMatcher, MeetsJoinedFormsInEverySpelling) {
  expect_hits({
      {"tphcm", "Đến TP.HCM họp", true, "typed as one, printed with a point"},
      {"tphcm", "Đến TPHCM họp", true, "printed as one"},
      {"TP.HCM", "Đến TPHCM họp", true, "typed with a point, printed as one"},
      {"TP.HCM", "Đến TP HCM họp", true, "printed as two words"},
      {"TP.HCM", "Đến TP. HCM họp", true, "printed with a space"},
      {"TP.HCM", "HCM và TP", false, "the parts elsewhere"},
      {"tphcm", "Đến TP HCM họp", false, "two words are no whole"},
      {"\"đến tphcm họp\"", "Đến TP.HCM họp", true, "a whole in a phrase"},
      {"\"đến TP.HCM họp\"", "Đến TPHCM họp", true, "and the other way"},
      {"\"đến hcm\"", "Đến TP.HCM họp", false, "a part that is not next"},
      {"kt-xh", "ngành KT giao Sở XH", false, "the parts far apart"},
      {"COVID-19", "dịch COVID 19", true, "a joined number"},
      {"lenin", "tượng Lê-nin", true, "a name"},
      {"2015-2020", "nhiệm kỳ 2015 – 2020", true, "a range with another dash"},
      {"2015-2020", "nhiệm kỳ 2020-2015", false, "the other way round"},
  });
}

TEST(ClauseMatcher, MeetsNumbersByTheirValue) {
  expect_hits({
      {"\"5700 đảng viên\"", "có 5 700 đảng viên", true, "groups printed"},
      {"\"5 700 đảng viên\"", "có 5700 đảng viên", true, "groups typed"},
      {"\"5.700 đảng viên\"", "có 5 700 đảng viên", true, "a point and a space"},
      {"\"5 700 đảng viên\"", "có 5.700 đảng viên", true, "a space and a point"},
      {"\"có 5700\"", "có 5 700 đảng viên", true, "at the end"},
      {"\"700 đảng viên\"", "có 5 700 đảng viên", true, "its last group"},
      {"\"5 đảng viên\"", "có 5 700 đảng viên", false, "its first group is not next"},
      {"\"5701 đảng viên\"", "có 5 700 đảng viên", false, "another value"},
      {"\"điểm 5\"", "điểm 05", true, "a leading zero"},
      {"1210", "hệ số 1,210", true, "thousands"},
      {"\"hệ số 1,210\"", "hệ số 1,210", true, "both values"},
      {"\"hệ số 1,210\"", "hệ số 1.210", true, "one of the values"},
      {"1.356.200", "nợ 1 356 200 đồng", true, "three groups"},
  });
}

TEST(ClauseMatcher, FindsRepeatedWords) {
  expect_hits({
      {"\"xanh xanh\"", "cây xanh xanh lá", true, "twice"},
      {"\"xanh xanh\"", "cây xanh lá xanh", false, "once at a time"},
      {"\"xanh xanh xanh\"", "xanh xanh lá xanh xanh", false, "three are asked"},
      {"\"xanh lá xanh lá cây\"", "xanh lá xanh lá xanh lá cây", true, "a beginning that comes again"},
  });
}

TEST(ClauseMatcher, FindsLongRunsInTimeThatGrowsWithThem) {
  std::string phrase, body;
  for (int i = 0; i < 400; ++i) phrase += "xanh ";
  for (int i = 0; i < 399; ++i) body += "xanh ";
  EXPECT_FALSE(is_hit('"' + phrase + '"', article_with("", body + "lá " + body)));
  EXPECT_TRUE(is_hit('"' + phrase + '"', article_with("", body + "xanh")));
  std::string groups = "có";
  for (int i = 0; i < 60; ++i) groups += " 5 700 TP.HCM";
  EXPECT_TRUE(is_hit('"' + groups + '"', article_with("", groups)));
  EXPECT_FALSE(is_hit('"' + groups + " hết\"", article_with("", groups + " rồi")));
}

TEST(ClauseMatcher, EvaluatesTrees) {
  expect_hits({
      {"\"a b\" AND c", "a b c", true, "both"},
      {"\"a b\" AND c", "a b", false, "one of two"},
      {"\"a b\" OR \"c d\"", "x c d", true, "either"},
      {"x NOT \"a b\"", "x b a", true, "not side by side"},
      {"x NOT \"a b\"", "x a b", false, "side by side"},
      {"x -\"a b\" -c", "x a", true, "neither"},
      {"-\"a b\"", "b a", true, "only excludes"},
      {"x NOT (\"a b\" AND c)", "x a b", true, "not both"},
      {"\"a b\" NOT (c NOT \"d e\")", "a b c d e", true, "twice negated"},
      {"", "a", false, "nothing is asked"},
  });
}

TEST(ClauseMatcher, AsksTheTermsForFilters) {
  Article article = article_with("Họp", "bàn giao đất, 05-CT/TW");
  article.source = "Báo Tỉnh";
  article.date = 1'517'360'460;
  EXPECT_TRUE(is_hit("\"bàn giao\" source:\"bao tinh\" date:2018-01", article));
  EXPECT_FALSE(is_hit("\"bàn giao\" source:\"báo huyện\"", article));
  EXPECT_FALSE(is_hit("\"bàn giao\" date:2017", article));
  EXPECT_TRUE(is_hit("\"bàn giao\" date:2017 date:2018", article));
  EXPECT_TRUE(is_hit("\"bàn giao\" so:5-CT/TW", article));
  EXPECT_FALSE(is_hit("\"bàn giao\" -source:\"báo tỉnh\"", article));
}

}  // namespace
}  // namespace timbao
