// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/charset/to_utf8.h"

#include <gtest/gtest.h>

#include <optional>
#include <random>
#include <string>

#include "common/base/utf8.h"

namespace timbao {
namespace {

struct Converted {
  std::string text;
  Conversion how;
};

Converted converted(std::string text, std::optional<Charset> given = std::nullopt) {
  const Conversion how = to_utf8_in_place(text, given);
  return {text, how};
}

std::size_t repair(std::string& text) { return to_utf8_in_place(text, Charset::utf8).replaced; }

TEST(ToUtf8, ConvertsWhatIsNotUtf8) {
  const Converted tcvn3 = converted("\xA7\xB6ng b\xE9 huy\xD6n h\xE4p");
  EXPECT_EQ(tcvn3.text, "Đảng bộ huyện họp");
  EXPECT_EQ(tcvn3.how.from, Charset::tcvn3);
  EXPECT_EQ(charset_remark("", tcvn3.how)->detail, "read as tcvn3");
}

TEST(ToUtf8, LeavesUtf8AndRepairsIt) {
  EXPECT_EQ(converted("Đảng bộ").text, "Đảng bộ");
  const Converted repaired = converted("Đảng bộ huyện h\xFFp");
  EXPECT_EQ(repaired.text, "Đảng bộ huyện h\uFFFDp");
  EXPECT_EQ(repaired.how.from, Charset::utf8);
  EXPECT_EQ(repaired.how.replaced, 1U);
  EXPECT_FALSE(charset_remark("", repaired.how).has_value()) << "UTF-8 is what it should be";
  EXPECT_EQ(charset_remark("utf-16be", {})->detail, "read as utf-16be");
}

TEST(ToUtf8, TakesTheCharsetThatIsGivenOnlyForWhatIsNotUtf8) {
  EXPECT_EQ(converted("\xE9", Charset::tcvn3).text, "ộ");
  EXPECT_EQ(converted("\xE9", Charset::utf8).text, "\uFFFD");
  EXPECT_EQ(converted("ộ", Charset::tcvn3).text, "ộ");
}

TEST(ToUtf8, TellsWhatBecameNoLetter) {
  const Converted odd = converted("b\xE9\x81", Charset::tcvn3);
  EXPECT_EQ(odd.text, "bộ\uFFFD");
  EXPECT_EQ(charset_remark("", odd.how)->detail, "read as tcvn3; 1 bytes are nothing in it and became U+FFFD");
}

TEST(RepairInPlace, LeavesWellFormedTextAlone) {
  for (const std::string text : {"", "Đảng", "a\uFFFDb", "\U0001F600", "\u0301"}) {
    std::string repaired = text;
    EXPECT_EQ(repair(repaired), 0U) << text;
    EXPECT_EQ(repaired, text);
  }
}

TEST(RepairInPlace, ReplacesAndCountsEveryIllFormedPart) {
  std::string text = "H\xE1\xBB p\xFF";
  EXPECT_EQ(repair(text), 2U);
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
    ASSERT_EQ(repair(text), expected.replaced);
    ASSERT_EQ(text, expected.text);
  }
}

}  // namespace
}  // namespace timbao
