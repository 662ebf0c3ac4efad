// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: an impact is the count of a term in an article of usual length, fits into a byte, and never falls as the
// count grows.
#include "common/index/impact.h"

#include <gtest/gtest.h>

namespace timbao {
namespace {

TEST(Impact, IsTheCountInAnArticleOfUsualLength) {
  const double usual = impact::length_norm(impact::kUsualTokens);
  EXPECT_DOUBLE_EQ(usual, 1);
  EXPECT_EQ(impact::of(1, usual), 4U);
  EXPECT_EQ(impact::of(5, usual), 20U);
}

TEST(Impact, GrowsAsTheArticleShrinks) {
  EXPECT_EQ(impact::of(1, impact::length_norm(0)), 16U) << "at most four times";
  EXPECT_EQ(impact::of(1, impact::length_norm(100)), 10U);
  EXPECT_EQ(impact::of(1, impact::length_norm(1000)), 2U);
}

TEST(Impact, FitsIntoAByteAndIsNeverNothing) {
  EXPECT_EQ(impact::of(1, impact::length_norm(1e9)), 1U);
  EXPECT_EQ(impact::of(0xFFFFFFFF, impact::length_norm(0)), 127U);
}

TEST(Impact, NeverFallsWithTheCountNorRisesWithTheLength) {
  for (double length = 0; length < 5'000; length = length * 1.3 + 1) {
    const double norm = impact::length_norm(length), longer = impact::length_norm(length * 1.3 + 1);
    for (std::uint32_t count = 1; count < 60; ++count) {
      EXPECT_LE(impact::of(count, norm), impact::of(count + 1, norm)) << count << " in " << length;
      EXPECT_GE(impact::of(count, norm), impact::of(count, longer)) << count << " in " << length;
    }
  }
}

}  // namespace
}  // namespace timbao
