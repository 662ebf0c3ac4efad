// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/charset/to_utf8.h"

#include <gtest/gtest.h>

#include <optional>
#include <random>
#include <string>

#include "common/base/utf8.h"
#include "tests/indexer/input/charset/encoded.h"

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
  EXPECT_EQ(charset_remark("", tcvn3.how)->detail, "read as tcvn3; 100 % of its words are Vietnamese");
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

TEST(ToUtf8, ReadsPartsInAnotherCharsetBesideUtf8) {
  const Converted mixed = converted(
      "Đảng bộ huyện Thanh Lĩnh họp\nH\xE9i \xAE\xE5ng nh\xA9n d\xA9n huy\xD6n b\xB5n vi\xD6"
      "c s\xF6"
      "a \xAE\xAA\nMưa lũ lớn\n");
  EXPECT_EQ(mixed.text, "Đảng bộ huyện Thanh Lĩnh họp\nHội đồng nhân dân huyện bàn việc sửa đê\nMưa lũ lớn\n");
  EXPECT_EQ(mixed.how.replaced, 0U);
  EXPECT_EQ(charset_remark("", mixed.how)->detail, "read in parts: 9 words of tcvn3, all else as utf-8");
}

TEST(ToUtf8, ReadsBytesOfAnotherCharsetThatAreUtf8ByAccident) {
  const std::string viscii = test::encoded("người dân trong vùng ở trước đình, nước lên nhanh", Charset::viscii);
  EXPECT_EQ(converted("Mưa lớn suốt đêm, " + viscii).text,
            "Mưa lớn suốt đêm, người dân trong vùng ở trước đình, nước lên nhanh");
}

TEST(ToUtf8, LeavesWordsOfUtf8BesideAnotherCharset) {
  for (const auto& row : kCharsetNames) {
    if (row.value == Charset::utf8) continue;
    const std::string bytes = test::encoded("mất an toàn giao thông, mọi người chú ý", row.value);
    EXPECT_EQ(converted("Cô gái nhận được lệnh, hoàn tất vốn, phó giám đốc " + bytes).text,
              "Cô gái nhận được lệnh, hoàn tất vốn, phó giám đốc mất an toàn giao thông, mọi người chú ý")
        << row.name;
  }
}

TEST(ToUtf8, ReadsStrayBytesOfWindows1252InUtf8WhereTheyMakeWords) {
  EXPECT_EQ(converted("Đảng bộ tỉnh Tr\xE0 Vinh \x93họp\x94").text, "Đảng bộ tỉnh Trà Vinh “họp”");
  EXPECT_EQ(converted("Đảng bộ huyện h\xE9p").text, "Đảng bộ huyện h\uFFFDp") << "no word";
}

TEST(ToUtf8, SaysWhatATextMayBeThatIsTooShortToTell) {
  const Converted two = converted("H\xE9i \xAE\xB6ng");
  EXPECT_EQ(two.how.from, Charset::utf8);
  EXPECT_EQ(ill_formed_remark(two.how.replaced, two.how).detail,
            "3 ill-formed parts of UTF-8; it may be tcvn3, but has too few words to tell");
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
  EXPECT_EQ(ill_formed_remark(2, {}).detail, "2 ill-formed parts of UTF-8");
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
