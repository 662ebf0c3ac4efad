// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "query/search/searcher.h"
#include "tests/query/support/small_index.h"
#include "tests/temp_directory.h"

namespace timbao {
namespace {

constexpr std::int64_t kDaySeconds = 86'400;
constexpr std::int64_t kMoment = 1'517'360'460;  // 2018-01-31T08:01:00+07:00

std::string body_of_story(int story) {
  std::string body = "Đại biểu thảo luận ngân sách. ";
  for (int i = 0; i < 40; ++i) body += "số" + std::to_string(story * 1000 + i) + ' ';
  return body;
}

/// Of story n there are n + 1 copies: "n-0", "n-1", …, each a day older than the one before. The greater the copy, the
/// better its title matches "ngân sách tỉnh".
std::vector<Article> stories(int count) {
  std::vector<Article> articles;
  for (int story = 0; story < count; ++story)
    for (int copy = 0; copy <= story; ++copy) {
      Article article;
      article.id = std::to_string(story) + "-" + std::to_string(copy);
      article.title = copy == story ? "Ngân sách tỉnh" : "Kỳ họp thứ sáu";
      article.body = body_of_story(story);
      article.date = kMoment - kDaySeconds * (story * 20 + copy);
      articles.push_back(std::move(article));
    }
  return articles;
}

SearchRequest collapsing(std::string query) {
  SearchRequest request;
  request.query = std::move(query);
  request.collapse = Collapse::yes;
  request.limit = 1'000;
  request.snippet_chars = 0;
  request.today = {2018, 2, 1};
  return request;
}

using Shown = std::map<std::string, std::uint64_t>;
Shown shown(const std::vector<Hit>& hits) {
  Shown ids;
  for (const Hit& hit : hits) ids[hit.id] = hit.collapsed.value_or(99);
  return ids;
}

class SearchCollapse : public ::testing::Test {
 protected:
  static Searcher open(const std::string& index, const std::vector<Article>& articles) {
    test::write_index(index, articles);
    return Searcher({index});
  }
  test::TempDirectory directory_;
};

TEST_F(SearchCollapse, ShowsOneOfEachStoryAndHowManyLikeIt) {
  Searcher searcher = open(directory_ / "index", stories(5));
  const Answer answer = searcher.search(collapsing("ngân sách tỉnh"));
  EXPECT_EQ(shown(answer.hits), (Shown{{"0-0", 0}, {"1-1", 1}, {"2-2", 2}, {"3-3", 3}, {"4-4", 4}}))
      << "the best of each";
  for (std::size_t i = 0; i < answer.hits.size(); ++i) EXPECT_EQ(answer.hits[i].rank, i + 1);
}

TEST_F(SearchCollapse, ShowsAStoryOnceThoughItsCopiesAreFoundByOtherReadings) {
  std::vector<Article> articles;
  for (int story = 0; story < 3; ++story)
    for (const std::string title : {"Đảng", "Đăng", "Đang"}) {
      articles.emplace_back();
      articles.back().id = std::to_string(story) + title;
      articles.back().title = title;
      articles.back().body = body_of_story(story);
    }
  Searcher searcher = open(directory_ / "index", articles);
  SearchRequest request = collapsing("đảng");
  const Shown whole{{"0Đảng", 2}, {"1Đảng", 2}, {"2Đảng", 2}};
  EXPECT_EQ(shown(searcher.search(request).hits), whole);
  request.limit = 4;
  EXPECT_EQ(shown(searcher.search(request).hits), whole);
}

TEST_F(SearchCollapse, SaysNothingOfCopiesWithoutIt) {
  Searcher searcher = open(directory_ / "index", stories(3));
  SearchRequest request = collapsing("ngân sách");
  request.collapse = Collapse::no;
  const Answer answer = searcher.search(request);
  EXPECT_EQ(answer.hits.size(), 6U);
  for (const Hit& hit : answer.hits) EXPECT_FALSE(hit.collapsed.has_value());
}

TEST_F(SearchCollapse, KeepsTheNewestOrOldestWhereTheOrderIsByDate) {
  Searcher searcher = open(directory_ / "index", stories(4));
  SearchRequest request = collapsing("ngân sách");
  request.sort = SortOrder::newest;
  EXPECT_EQ(shown(searcher.search(request).hits), (Shown{{"0-0", 0}, {"1-0", 1}, {"2-0", 2}, {"3-0", 3}}));
  request.sort = SortOrder::oldest;
  EXPECT_EQ(shown(searcher.search(request).hits), (Shown{{"0-0", 0}, {"1-1", 1}, {"2-2", 2}, {"3-3", 3}}));
}

TEST_F(SearchCollapse, CountsOnlyCopiesThatAreHits) {
  Searcher searcher = open(directory_ / "index", stories(4));
  SearchRequest request = collapsing("ngân sách");
  const Day last = day_at(kMoment - kDaySeconds * 61);
  request.days = DayRange{last, day_at(kMoment - kDaySeconds * 60)};  // 3-0 and 3-1
  EXPECT_EQ(shown(searcher.search(request).hits), (Shown{{"3-0", 1}}));
  EXPECT_EQ(shown(searcher.search(collapsing("\"kỳ họp\"")).hits), (Shown{{"1-0", 0}, {"2-0", 1}, {"3-0", 2}}))
      << "a copy that is no hit does not stand for the others";
}

TEST_F(SearchCollapse, LeavesArticlesWithoutAKeyAlone) {
  std::vector<Article> articles;
  for (int i = 0; i < 3; ++i) {
    articles.emplace_back();
    articles.back().id = std::to_string(i);
    articles.back().title = "Tin vắn";
    articles.back().body = "Họp tổ.";
  }
  Searcher searcher = open(directory_ / "index", articles);
  EXPECT_EQ(shown(searcher.search(collapsing("tin vắn")).hits), (Shown{{"0", 0}, {"1", 0}, {"2", 0}}));
}

TEST_F(SearchCollapse, JoinsPagesWithoutGapOrRepeat) {
  Searcher searcher = open(directory_ / "index", stories(30));
  for (const SortOrder sort : {SortOrder::relevance, SortOrder::newest, SortOrder::title}) {
    SearchRequest request = collapsing("ngân sách tỉnh");
    request.sort = sort;
    request.match = sort == SortOrder::relevance ? MatchMode::ranked : MatchMode::any;
    const std::vector<Hit> whole = searcher.search(request).hits;
    ASSERT_EQ(whole.size(), 30U);
    std::vector<std::string> joined;
    for (request.limit = 7; request.offset < 30; request.offset += 7)
      for (const Hit& hit : searcher.search(request).hits) joined.push_back(hit.id);
    ASSERT_EQ(joined.size(), whole.size());
    for (std::size_t i = 0; i < whole.size(); ++i) EXPECT_EQ(joined[i], whole[i].id) << i;
  }
}

TEST_F(SearchCollapse, DoesNotDependOnTheOrderOfArticles) {
  std::vector<Article> articles = stories(20);
  for (Article& article : articles) article.title = "Ngân sách tỉnh";  // copies that are alike in all but their dates
  Searcher searcher = open(directory_ / "index", articles);
  std::reverse(articles.begin(), articles.end());
  Searcher other = open(directory_ / "other", articles);
  const std::vector<Hit> a = searcher.search(collapsing("ngân sách")).hits,
                         b = other.search(collapsing("ngân sách")).hits;
  ASSERT_EQ(a.size(), 20U);
  ASSERT_EQ(b.size(), 20U);
  for (std::size_t i = 0; i < a.size(); ++i) EXPECT_EQ(a[i].id, b[i].id);
}

TEST_F(SearchCollapse, StreamsTheSameHits) {
  Searcher searcher = open(directory_ / "index", stories(12));
  SearchRequest request = collapsing("ngân sách tỉnh");
  const Shown whole = shown(searcher.search(request).hits);
  request.limit.reset();
  std::vector<Hit> streamed;
  searcher.search(request, [&](const Hit& hit) { streamed.push_back(hit); });
  EXPECT_EQ(streamed.size(), 12U);
  EXPECT_EQ(shown(streamed), whole);
}

}  // namespace
}  // namespace timbao
