// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/printed_key.h"

#include <gtest/gtest.h>

#include <string_view>

#include "common/text/fold.h"
#include "common/text/syllable.h"

namespace timbao {
namespace {

TEST(PrintedKey, PutsTheToneMarkWhereNewspapersDo) {
  for (const std::string_view printed :
       {"đảng",  "hòa",   "khỏe", "của",   "mía",  "thủy", "quý",  "quyết", "già",    "giếng",  "gì",    "giữ",
        "toàn",  "ngoài", "xoáy", "người", "được", "lửa",  "thuở", "tiếng", "yếu",    "huỳnh",  "khuỷu", "ủy",
        "xoong", "nghị",  "bà",   "ăn",    "ếch",  "ổn",   "quả",  "quốc",  "nguyễn", "chuyện", "muỗi",  "nghĩa"})
    EXPECT_EQ(printed_key(exact_key(printed)), printed);
}

TEST(PrintedKey, LeavesWhatIsNoMarkedSyllableAsItIs) {
  for (const std::string_view key : {"", "covid", "5.700", "đang", "~", "a~", "a~7", "b~1", "a~12", "x~y~z", "~3"})
    EXPECT_EQ(printed_key(key), key);
}

TEST(PrintedKey, HasTheSameKeyAgain) {
  for (const std::string_view onset : {"", "b", "đ", "gi", "qu", "ngh", "th"})
    for (const std::string_view rime : {"a",   "ang", "âm", "eo",   "i",  "ia",  "iên", "oa",  "oai", "oan", "ôi",
                                        "ươi", "ưa",  "uê", "uyên", "uy", "uya", "y",   "yêu", "ooc", "oac", "iêt"})
      for (const char tone : {'1', '2', '3', '4', '5'}) {
        const std::string key = std::string(onset) + std::string(rime) + '~' + tone;
        const std::string printed = printed_key(key);
        if (!parse_syllable(printed)) continue;  // no syllable has these parts
        EXPECT_EQ(fold_text(printed), fold_text(std::string(onset) + std::string(rime)));
        EXPECT_EQ(printed_key(exact_key(printed)), printed) << key;
      }
}

}  // namespace
}  // namespace timbao
