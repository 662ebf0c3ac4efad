// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/plan/estimates.h"

#include <gtest/gtest.h>

#include <cmath>

#include "query/plan/ranking_numbers.h"

namespace timbao {
namespace {

TEST(Idf, IsMoreForRarerTermsAndNeverLessThanNothing) {
  for (double with_it = 1; with_it <= 20'000; ++with_it) EXPECT_LT(idf(20'000, with_it), idf(20'000, with_it - 1));
  EXPECT_GT(idf(20'000, 20'000), 0);
  EXPECT_GT(idf(20'000, 30'000), 0) << "an estimate may be more than all";
  EXPECT_NEAR(idf(20'000, 3), std::log(1 + 19'997.5 / 3.5), 1e-12);
}

TEST(Idf, HasTheFormOfXapianForOperatorsThatScaleIt) {
  EXPECT_NEAR(xapian_idf(20'000, 3), std::log(19'997.5 / 3.5), 1e-12);
  EXPECT_NEAR(xapian_idf(20'000, 20'000), std::log(0.5 / 20'000.5 * 0.5 + 1), 1e-15) << "above 0 for common terms";
  EXPECT_GT(xapian_idf(20'000, 15'000), 0);
}

TEST(ShareWithAny, TakesTermsAsIndependent) {
  ShareWithAny share(1'000);
  EXPECT_EQ(share.share(), 0);
  share.add(500);
  EXPECT_DOUBLE_EQ(share.share(), 0.5);
  share.add(500);
  EXPECT_DOUBLE_EQ(share.share(), 0.75);
  EXPECT_DOUBLE_EQ(share.articles(), 750);
}

TEST(ShareWithAny, IsOfNoArticleInAnEmptyArchive) {
  ShareWithAny share(0);
  share.add(0);
  EXPECT_EQ(share.articles(), 0);
}

TEST(RankingNumbers, CountTheTitleAsTheIndexDoes) { EXPECT_EQ(ranking::kTitleCount, 3U); }

}  // namespace
}  // namespace timbao
