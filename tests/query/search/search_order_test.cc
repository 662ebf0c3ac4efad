// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "common/text/fold.h"
#include "query/search/searcher.h"
#include "tests/query/support/small_index.h"
#include "tests/query/support/truth.h"
#include "tests/temp_directory.h"

namespace timbao {
namespace {

using Ids = std::vector<std::string>;

std::vector<Hit> hits(std::string query, SortOrder sort, std::size_t limit = 5'000) {
  static Searcher searcher({test::generated_index()});
  SearchRequest request;
  request.query = std::move(query);
  request.sort = sort;
  request.limit = limit;
  request.today = {2018, 2, 1};
  request.snippet_chars = 0;
  return searcher.search(request).hits;
}

void expect_in_order(const std::vector<Hit>& list, bool (*comes_before)(const Hit&, const Hit&)) {
  ASSERT_GT(list.size(), 100U);
  for (std::size_t i = 1; i < list.size(); ++i)
    EXPECT_TRUE(comes_before(list[i - 1], list[i])) << i << ": " << list[i - 1].id << ' ' << list[i].id;
  EXPECT_TRUE(std::all_of(list.begin(), list.end(), [](const Hit& hit) { return hit.score == 0; }));
}

TEST(SearchOrder, NewestPutsUndatedLast) {
  const std::vector<Hit> list = hits("đảng", SortOrder::newest);
  expect_in_order(list, [](const Hit& a, const Hit& b) {
    const std::int64_t left = a.date.value_or(INT64_MIN), right = b.date.value_or(INT64_MIN);
    return left != right ? left > right : a.id < b.id;
  });
  EXPECT_FALSE(list.back().date.has_value());
}

TEST(SearchOrder, OldestPutsUndatedLast) {
  const std::vector<Hit> list = hits("đảng", SortOrder::oldest);
  expect_in_order(list, [](const Hit& a, const Hit& b) {
    const std::int64_t left = a.date.value_or(INT64_MAX), right = b.date.value_or(INT64_MAX);
    return left != right ? left < right : a.id < b.id;
  });
  EXPECT_FALSE(list.back().date.has_value());
}

TEST(SearchOrder, TitlePutsFoldedFormsTogether) {
  expect_in_order(hits("đảng", SortOrder::title), [](const Hit& a, const Hit& b) {
    const std::string left = fold_text(a.title.text), right = fold_text(b.title.text);
    if (left != right) return left < right;
    if (a.title.text != b.title.text) return canonical(a.title.text) < canonical(b.title.text);
    const std::int64_t a_date = a.date.value_or(INT64_MIN), b_date = b.date.value_or(INT64_MIN);
    return a_date != b_date ? a_date > b_date : a.id < b.id;
  });
}

TEST(SearchOrder, OfSortedHitsTakesArticlesWithAllWords) {
  using test::Truth;
  const Truth all =
      test::truth_of(Truth::Kind::all, {test::truth_word({"đảng", "dang"}), test::truth_word({"giếng", "gieng"})});
  EXPECT_EQ(hits("đảng giếng", SortOrder::newest).size(), test::true_ids(all).size());
  EXPECT_LT(hits("đảng giếng", SortOrder::newest).size(), hits("đảng giếng", SortOrder::relevance).size());
}

/// An index of articles that differ only in what a test is about.
class SearchRanking : public ::testing::Test {
 protected:
  void add(const std::string& id, std::string title, std::string body) {
    Article article;
    article.id = id;
    article.title = std::move(title);
    article.body = std::move(body);
    article.date = 1'500'000'000;
    articles_.push_back(std::move(article));
  }

  Ids ids(std::string query) {
    test::write_index(directory_ / "index", articles_);
    SearchRequest request;
    request.query = std::move(query);
    request.today = {2018, 2, 1};
    Ids ids;
    for (const Hit& hit : Searcher({directory_ / "index"}).search(request).hits) ids.push_back(hit.id);
    return ids;
  }

  test::TempDirectory directory_;
  std::vector<Article> articles_;
};

TEST_F(SearchRanking, PutsOtherReadingsLast) {
  add("dang1", "Tin", "Người dân đăng ký");
  add("dang2", "Tin", "Đảng họp tổ");
  add("dang3", "Tin", "dang ky khai sinh");
  add("khac", "Tin", "Không có gì");
  EXPECT_EQ(ids("đảng"), (Ids{"dang2", "dang3", "dang1"}));
  EXPECT_EQ(ids("=đảng"), Ids{"dang2"});
  EXPECT_EQ(ids("dang").size(), 3U);
}

TEST_F(SearchRanking, PutsTheWholeOfAJoinedFormFirst) {
  add("parts", "Tin", "Phòng KT giao việc cho tổ XH trong sáng nay");
  add("whole", "Tin", "Báo cáo KT-XH của huyện đã được gửi sáng nay");
  EXPECT_EQ(ids("KT-XH"), Ids{"whole"});
  EXPECT_EQ(ids("KT-XH sáng").front(), "whole");
}

TEST_F(SearchRanking, BreaksTiesByIdWhereDatesAreEqual) {
  for (const char* id : {"c", "a", "d", "b"}) add(id, "Họp dân", "Việc làng");
  EXPECT_EQ(ids("họp"), (Ids{"a", "b", "c", "d"}));
  EXPECT_EQ(ids("họp làng"), (Ids{"a", "b", "c", "d"}));
}

TEST_F(SearchRanking, AnswersOfAnEmptyIndexAreEmpty) {
  EXPECT_EQ(ids("họp"), Ids{});
  EXPECT_EQ(ids("\"họp dân\" -x date:2018"), Ids{});
  EXPECT_EQ(ids(""), Ids{});
}

}  // namespace
}  // namespace timbao
