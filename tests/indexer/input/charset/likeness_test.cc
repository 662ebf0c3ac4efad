// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/charset/likeness.h"

#include <gtest/gtest.h>

namespace timbao {
namespace {

TEST(Likeness, IsHighOfVietnameseAndLowOfWhatAWrongCharsetMakesOfIt) {
  EXPECT_EQ(likeness("Việt Nam, đảng bộ huyện Bình Hoà").share(), 1);
  EXPECT_EQ(likeness("ViÖt Nam, ®¶ng").share(), 0) << "TCVN3 as Latin-1";
  EXPECT_EQ(likeness("Vieät Nam, ñaûng boä").share(), 0) << "VNI as Latin-1";
  EXPECT_LT(likeness("Часть première, Größe").share(), 0.5);
}

TEST(Likeness, LooksOnlyAtWordsBeyondAscii) {
  EXPECT_EQ(likeness("Nam Trung Bo, 5.700 km2").words, 0U);
  EXPECT_EQ(likeness("Nam Trung Bộ, 5.700 km2").words, 1U);
  EXPECT_EQ(likeness("").share(), 0);
}

TEST(Likeness, TakesCapitalsOnlyWhereTheyStandInPrint) {
  EXPECT_EQ(likeness("ĐẢNG Đảng đảng").share(), 1);
  EXPECT_EQ(likeness("đẢng").share(), 0);
}

TEST(Likeness, TakesATonesPlaceForAPartOfTheWord) {
  EXPECT_EQ(likeness("hòa hoà thúy thuý quý của").share(), 1) << "both styles";
  EXPECT_LT(likeness("coì").share(), 0.5) << "có in Windows-1258 that was taken for Latin-1";
  EXPECT_EQ(likeness("a\u0309nh").share(), 1) << "in any normal form";
}

TEST(Likeness, LearnsNothingFromAbbreviations) {
  EXPECT_EQ(likeness("HĐND, ĐT, HÐQT").words, 0U);
  EXPECT_EQ(likeness("ĐÁ").words, 1U);
}

TEST(Likeness, TakesWhatOpensAQuotationBehindALetterForALetter) {
  EXPECT_EQ(likeness("«t«").words, 1U) << "ôtô in TCVN3";
  EXPECT_EQ(likeness("«ta»").words, 0U);
}

TEST(Likeness, HoldsASyllableThatNewsHasAboveOneThatCanOnlyBeSpelled) {
  EXPECT_GT(likeness("người").share(), likeness("ngượn").share());
  EXPECT_GT(likeness("ngượn").share(), 0);
}

}  // namespace
}  // namespace timbao
