// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/write/sort_keys.h"

#include <gtest/gtest.h>

#include <optional>

namespace timbao {
namespace {

Article article(std::string id, std::optional<std::int64_t> date, std::string title = {}) {
  Article article;
  article.id = std::move(id);
  article.date = date;
  article.title = std::move(title);
  return article;
}

TEST(SortKeys, SortByTimeBothWays) {
  const Article old = article("z", -86'400), later = article("a", 0), latest = article("m", 1'517'360'460);
  EXPECT_LT(oldest_key(old), oldest_key(later));
  EXPECT_LT(oldest_key(later), oldest_key(latest));
  EXPECT_LT(newest_key(latest), newest_key(later));
  EXPECT_LT(newest_key(later), newest_key(old));
}

TEST(SortKeys, PutUndatedArticlesLastBothWays) {
  const Article dated = article("z", 253'402'300'799), undated = article("a", std::nullopt);
  EXPECT_LT(oldest_key(dated), oldest_key(undated));
  EXPECT_LT(newest_key(article("z", -62'135'596'800)), newest_key(undated));
}

TEST(SortKeys, PutArticlesOfOneMomentInTheOrderOfTheirIds) {
  EXPECT_LT(newest_key(article("a", 7)), newest_key(article("b", 7)));
  EXPECT_LT(oldest_key(article("a", 7)), oldest_key(article("b", 7)));
  EXPECT_LT(newest_key(article("a", std::nullopt)), newest_key(article("b", std::nullopt)));
}

TEST(SortKeys, SortEqualTitlesNewestFirstThenById) {
  const auto key = [](const char* id, std::optional<std::int64_t> date) { return title_key(article(id, date, "Tin")); };
  EXPECT_LT(key("b", 2), key("a", 1));
  EXPECT_LT(key("a", 1), key("b", 1));
  EXPECT_LT(key("b", 1), key("a", {}));
  EXPECT_LT(title_key(article("z", 1, "Tin")), title_key(article("a", 2, "Tin mới")));
}

TEST(SortKeys, SortTitlesAsADictionaryDoes) {
  const auto key = [](const char* title) { return title_key(article("", {}, title)); };
  EXPECT_LT(key("Bàn về thuế"), key("Bảo hiểm"));
  EXPECT_LT(key("ban"), key("bàn"));
  EXPECT_LT(key("2 điều"), key("10 điều"));
  EXPECT_LT(key("“An toàn”"), key("Bầu cử"));
  EXPECT_EQ(key("“Đại hội”"), key("Đại hội"));
}

TEST(SortKeys, AreBounded) {
  std::string title;
  for (int i = 0; i < 50'000; ++i) title += "ế";
  EXPECT_LE(title_key(article("", {}, title)).size(), 201U + 8U);
  EXPECT_LE(title_key(article("", {}, std::string(50'000, '9'))).size(), 201U + 8U);
  EXPECT_LE(newest_key(article(std::string(100'000, 'i'), 7)).size(), 208U);
}

}  // namespace
}  // namespace timbao
