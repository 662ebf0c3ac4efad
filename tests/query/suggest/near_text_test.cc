// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: readings and their neighbours are counted, within paragraphs, as much as their article counts.
#include "query/suggest/near_text.h"

#include <gtest/gtest.h>

#include "common/index/sequence.h"
#include "tests/query/support/asked.h"

namespace timbao {
namespace {

void add(NearText& near, const std::string& title, const std::string& body, double weight) {
  near.add(ArticleTokens(checked_sequence(test::sequence_of(test::article_with(title, body)))), weight);
}

TEST(NearText, CountsReadingsAndPairsByTheWeightOfTheirArticle) {
  NearText near({"xay", "dung"});
  add(near, "Xây dựng Đảng", "Xây dựng đang xong.", 1);
  add(near, "Xây dựng", "Không có gì.", 0.5);
  EXPECT_DOUBLE_EQ(near.count("xay~6"), 2.5);
  EXPECT_DOUBLE_EQ(near.count("xay~6", "dung~75"), 2.5);
  EXPECT_DOUBLE_EQ(near.count("dung~75", "dang~93"), 1);
  EXPECT_DOUBLE_EQ(near.count("dung~75", "dang~9"), 1);
  EXPECT_DOUBLE_EQ(near.of_form("dang").count, 2);
  EXPECT_DOUBLE_EQ(near.count(near.of_form("dung"), near.of_form("dang")), 2);
  EXPECT_DOUBLE_EQ(near.count(near.of_form("xay"), near.of_form("dung")), 2.5);
  EXPECT_DOUBLE_EQ(near.count(near.of_form("dung"), near.of_form("xay")), 0);
}

TEST(NearText, CountsNoPairAcrossParagraphs) {
  NearText near({"xay", "dung"});
  add(near, "Nhà xây", "dựng xong\ncông trình xây\ndựng tiếp", 1);
  EXPECT_DOUBLE_EQ(near.count("xay~6"), 2);
  EXPECT_DOUBLE_EQ(near.count("xay~6", "dung~75"), 0);
}

TEST(NearText, CountsWordsThatHaveNoCode) {
  NearText near({"zzyzx"});
  add(near, "Zzyzx Qwrtp", "Ông Zzyzx nói.", 1);
  EXPECT_DOUBLE_EQ(near.count("zzyzx~"), 2);
  EXPECT_DOUBLE_EQ(near.count("zzyzx~", "qwrtp~"), 1);
  EXPECT_DOUBLE_EQ(near.count("nowhere~"), 0);
}

}  // namespace
}  // namespace timbao
