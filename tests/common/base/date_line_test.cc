// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: a text becomes one line of ASCII whatever its normal form and case, and words match it with their marks or
// without.
#include "common/base/date_line.h"

#include <gtest/gtest.h>

namespace timbao {
namespace {

TEST(DateLine, IsTheSameOfEveryNormalFormAndCase) {
  const std::optional<DateLine> line = date_line("thứ tư, ngày đường ă");
  ASSERT_TRUE(line);
  EXPECT_EQ(line->plain, "thu tu, ngay duong a");
  for (const std::string_view text :
       {"THỨ TƯ, NGÀY ĐƯỜNG Ă", "thu\u031B\u0301 tu\u031B, nga\u0300y đu\u031Bo\u031B\u0300ng a\u0306",
        "THU\u0301\u031B TU\u031B, NGA\u0300Y \u00D0U\u031BO\u031B\u0300NG A\u0306",
        " \tthứ\u00A0\n tư, ngày đường ă\uFEFF"}) {
    const std::optional<DateLine> other = date_line(text);
    ASSERT_TRUE(other) << text;
    EXPECT_EQ(other->plain, line->plain) << text;
    EXPECT_EQ(other->marks, line->marks) << text;
  }
}

TEST(DateLine, IsNoneOfOtherLettersAndSigns) {
  for (const std::string_view text : {"中", "ß", "α", "!", "\xFF", "\xC3", "\xE1\xBA", "a\xF0\x9F\x98\x80", "\u0301"})
    EXPECT_FALSE(date_line(text)) << text;
  EXPECT_TRUE(date_line(std::string(200, '1')));
  EXPECT_FALSE(date_line(std::string(201, '1')));
}

TEST(MatchWord, TakesTheWordsMarksOrNone) {
  const auto end = [](std::string_view text, std::string_view word) { return match_word(*date_line(text), 0, word); };
  EXPECT_EQ(end("Chủ nhật, 5/6/2017", "chủ nhật"), 8U);
  EXPECT_EQ(end("CHU NHAT", "chủ nhật"), 8U);
  EXPECT_EQ(end("chunhat", "chủ nhật"), 7U);
  EXPECT_EQ(end("đăng 1", "đăng"), 4U);
  EXPECT_EQ(end("đảng 1", "đăng"), std::nullopt);
  EXPECT_EQ(end("thú", "thu"), std::nullopt);
  EXPECT_EQ(end("ngayx", "ngày"), std::nullopt);
  EXPECT_EQ(end("ngày5", "ngày"), 4U);
  EXPECT_EQ(end("thứ 25", "thứ 2"), std::nullopt);
  EXPECT_EQ(end("", "ngày"), std::nullopt);
}

}  // namespace
}  // namespace timbao
