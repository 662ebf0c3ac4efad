// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/charset/to_utf8.h"

#include <gtest/gtest.h>

#include <string>

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

}  // namespace
}  // namespace timbao
