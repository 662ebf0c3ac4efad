// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: sort keys of titles stand in the order of a Vietnamese dictionary, in every thread and for any text.
#include "common/text/collate.h"

#include <gtest/gtest.h>

#include <string>
#include <thread>
#include <vector>

#include "common/text/icu_version.h"
#include "tests/processor_time.h"

namespace timbao {
namespace {

void expect_ascending(const std::vector<std::string>& texts) {
  for (std::size_t i = 1; i < texts.size(); ++i)
    EXPECT_LT(collation_key(texts[i - 1]), collation_key(texts[i])) << texts[i - 1] << " | " << texts[i];
}

TEST(CollationKey, StandsInTheOrderOfAVietnameseDictionary) {
  expect_ascending({"An",  "Ăn",   "Ân", "Ba", "Bà",  "Bả",  "Bã", "Bá",  "Bạ",  "Bàn về thuế", "Bảo hiểm",
                    "Dân", "Đảng", "Em", "Êm", "Ong", "Ông", "Ơn", "Ung", "Ưng", "Xã",          "Y tế"});
  EXPECT_EQ(collation_key("\u0110a\u0309ng"), collation_key("Đảng")) << "in any normal form";
  EXPECT_LT(collation_key("an ninh"), collation_key("anh")) << "a space stands before every letter";
}

TEST(CollationKey, OrdersNumbersByTheirValue) {
  expect_ascending({"2 điều", "9 điều", "10 điều", "100 điều", "Điều 2", "Điều 10", "Điều 10a"});
  expect_ascending({"999 hộ", "1.200 hộ", "5.700 hộ", "10.000 hộ", "1.200.000 hộ", "1.200.001 hộ"});
  expect_ascending({"Ngày 2.9.2018", "Ngày 2.10.2018"});
  EXPECT_EQ(collation_key("1.200 hộ"), collation_key("1200 hộ"));
  EXPECT_NE(collation_key("1.2000"), collation_key("12000"));
}

TEST(CollationKey, PassesOverQuotationMarksAndWhatStandsBeforeTheFirstLetter) {
  for (const std::string text :
       {"“Bạc” giả", "\"Bạc\" giả", "‘Bạc’ giả", "«Bạc» giả", "- Bạc giả", "…Bạc giả", "  (Bạc giả", "[Bạc  giả",
        "\u200B\uFEFFBạc\u00A0giả", "*** „Bạc“ giả", "\U0001F525 Bạc giả"}) {
    EXPECT_EQ(collation_key(text), collation_key("Bạc giả")) << text;
  }
  expect_ascending({"“An toàn” giao thông", "Bầu cử", "\"Cơn sốt\" đất", "Dự án"});
}

TEST(CollationKey, HasNoZeroByteAndTakesAnyText) {
  std::string signs;
  for (int i = 0; i < 2'000; ++i) signs += "…";
  for (const std::string& text : {std::string(), std::string("\xFF\xC2"), std::string("a\0b", 3), signs,
                                  std::string(50'000, 'a'), std::string(5'000, '9'), std::string("\U0001F525")})
    EXPECT_EQ(collation_key(text).find('\0'), std::string::npos);
  EXPECT_NE(collation_key("…"), collation_key("\U0001F525")) << "signs alone are compared as they are";
}

TEST(CollationKey, LooksAtEachGroupOfALongNumberOnce) {
  std::string number = "1";
  while (number.size() < 1'000'000) number += ".234";
  EXPECT_LT(test::processor_seconds([&] { static_cast<void>(collation_key(number)); }), test::kSomeSeconds);
  EXPECT_LT(test::processor_seconds([&] { static_cast<void>(collation_key(number + ".5")); }), test::kSomeSeconds);
  EXPECT_EQ(collation_key("1.234.567 và 8.901"), collation_key("1234567 và 8901"));
  EXPECT_NE(collation_key("1.234.5"), collation_key("1234.5"));
}

TEST(CollationKey, IsTheSameInEveryThread) {
  const std::string expected = collation_key("Đảng bộ 10");
  std::vector<std::string> keys(4);
  std::vector<std::thread> threads;
  for (std::string& key : keys)
    threads.emplace_back([&key] {
      for (int i = 0; i < 100; ++i) key = collation_key("Đảng bộ 10");
    });
  for (std::thread& thread : threads) thread.join();
  for (const std::string& key : keys) EXPECT_EQ(key, expected);
}

TEST(CollationVersion, EndsWithTheVersionOfIcu) {
  const std::string version = collation_version(), end = " of ICU " + icu_version();
  ASSERT_GT(version.size(), end.size());
  EXPECT_EQ(version.substr(version.size() - end.size()), end);
  EXPECT_EQ(version.find_first_not_of("0123456789."), version.size() - end.size()) << version;
  EXPECT_EQ(version, collation_version());
}

}  // namespace
}  // namespace timbao
