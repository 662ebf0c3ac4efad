// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: what an archive holds is counted exactly, by month and by source, also of several indexes and after a writer
// has published.
#include <gtest/gtest.h>

#include <map>
#include <random>

#include "query/search/searcher.h"
#include "tests/query/support/small_index.h"
#include "tests/temp_directory.h"

namespace timbao {
namespace {

Article article_of(std::string id, std::string source, std::optional<Day> day) {
  Article article;
  article.id = std::move(id);
  article.title = "Họp " + article.id;
  article.source = std::move(source);
  if (day) article.date = first_second_of(*day);
  return article;
}

TEST(Holdings, CountArticlesByMonthAndSource) {
  std::mt19937 random(3);
  const std::vector<std::string> kSources{"", "Báo Thanh Lĩnh", "Báo Hòa Xá", "Đài Mỹ Phước"};
  std::vector<Article> articles;
  std::map<std::pair<std::string, std::string>, std::uint64_t> months;
  std::map<std::string, std::uint64_t> sources;
  for (int i = 0; i < 300; ++i) {
    const std::string& source = kSources[random() % kSources.size()];
    std::optional<Day> day;
    if (random() % 5 > 0) day = Day{2015 + static_cast<int>(random() % 2), 1 + static_cast<int>(random() % 12), 5};
    articles.push_back(article_of(std::to_string(i), source, day));
    ++months[{day ? format_day(*day).substr(0, 7) : "", source}];
    if (!source.empty()) ++sources[source];
  }
  test::TempDirectory directory;
  test::write_index(directory / "index", articles);
  const Holdings holdings = Searcher({directory / "index"}).holdings();
  EXPECT_EQ(holdings.articles, 300U);
  EXPECT_EQ(holdings.other_sources, 0U);
  ASSERT_TRUE(holdings.days);
  EXPECT_EQ(format_day(holdings.days->first).substr(0, 4), "2015");
  std::map<std::string, std::uint64_t> counted_sources;
  for (const HeldSource& held : holdings.sources) counted_sources[held.source] = held.articles;
  EXPECT_EQ(counted_sources, sources);
  std::map<std::pair<std::string, std::string>, std::uint64_t> counted;
  for (const HeldMonth& held : holdings.months) counted[{held.month, held.source}] = held.articles;
  EXPECT_EQ(counted, months);
}

TEST(Holdings, TakeSpellingsOfOneNameTogetherAndListTheCommonest) {
  std::vector<Article> articles{article_of("a", "Báo Tỉnh", {}), article_of("b", "BÁO TỈNH", {}),
                                article_of("c", "Báo Tỉnh", {})};
  for (std::size_t i = 0; i <= Holdings::kMostSources; ++i)
    articles.push_back(article_of("s" + std::to_string(i), "Báo số " + std::to_string(i), {}));
  test::TempDirectory directory;
  test::write_index(directory / "index", articles);
  const Holdings holdings = Searcher({directory / "index"}).holdings();
  ASSERT_EQ(holdings.sources.size(), Holdings::kMostSources);
  EXPECT_EQ(holdings.sources[0].source, "Báo Tỉnh");
  EXPECT_EQ(holdings.sources[0].articles, 3U);
  EXPECT_EQ(holdings.other_sources, 2U);
  EXPECT_FALSE(holdings.days);
}

}  // namespace
}  // namespace timbao
