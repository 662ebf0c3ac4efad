// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/charset/well_formed.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "common/base/utf8.h"

namespace timbao {
namespace {

TEST(RepairInPlace, LeavesWellFormedTextAlone) {
  for (const std::string text : {"", "Đảng", "a\uFFFDb", "\U0001F600", "\u0301"}) {
    std::string repaired = text;
    EXPECT_EQ(repair_in_place(repaired), 0U) << text;
    EXPECT_EQ(repaired, text);
  }
}

TEST(RepairInPlace, ReplacesAndCountsEveryIllFormedPart) {
  std::string text = "H\xE1\xBB p\xFF";
  EXPECT_EQ(repair_in_place(text), 2U);
  EXPECT_EQ(text, "H\uFFFD p\uFFFD");
  EXPECT_EQ(ill_formed_remark(2).detail, "2 ill-formed parts of UTF-8");
}

TEST(RepairInPlace, AgreesWithRepairUtf8OnAnyBytes) {
  std::mt19937 random(11);
  const std::string bytes = "a\x7F\x80\xBF\xC1\xC2\xE0\xA0\xE1\xED\x9F\xEF\xF0\x90\xF4\x8F\xF5\xFF";
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    for (std::size_t left = random() % 9; left > 0; --left) text += bytes[random() % bytes.size()];
    const RepairedText expected = repair_utf8(text);
    ASSERT_EQ(repair_in_place(text), expected.replaced);
    ASSERT_EQ(text, expected.text);
  }
}

}  // namespace
}  // namespace timbao
