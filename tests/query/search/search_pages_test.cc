// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "query/search/searcher.h"
#include "tests/query/support/small_index.h"
#include "tests/query/support/truth.h"
#include "tests/sanitizer.h"
#include "tests/temp_directory.h"

namespace timbao {
namespace {

using Ids = std::vector<std::string>;

const std::string kLongQuery =
    "đảng hội dân tỉnh xã công ủy năm việc người cán bộ huyện nghị quyết nông thôn mới ngân sách bản bạn xây dựng đang";

/// Questions of every way to rank: few lists and many, other readings, phrases, signs, filters.
const std::vector<std::string> kQueries{
    "khuỷu",
    "đảng",
    "=đăng",
    "xây dựng đảng",
    "xay dung dang",
    kLongQuery,
    "dang hoi dan tinh xa cong uy ban nam viec xay dung nguoi can bo huyen nghi quyet nong thon moi ngan sach",
    "\"đảng ủy\"",
    "\"dang uy\" giếng",
    "+giếng đảng dân",
    "giếng đảng -dân",
    "đảng AND (dân OR \"hội nghị\")",
    "title:đảng caption:dân",
    "đảng hội source:\"báo xã\" source:\"báo tỉnh\"",
    "date:2017 đảng giếng",
    "source:\"báo tỉnh\"",
    "-đảng",
};

Answer page(Searcher& searcher, const std::string& query, std::size_t offset, std::optional<std::size_t> limit) {
  SearchRequest request;
  request.query = query;
  request.today = {2018, 2, 1};
  request.offset = offset;
  request.limit = limit;
  request.snippet_chars = 0;
  return searcher.search(request);
}

Ids ids_of(const Answer& answer) {
  Ids ids;
  for (const Hit& hit : answer.hits) ids.push_back(hit.id);
  return ids;
}

/// All pages of a length, one behind the other, as far as `enough` hits.
Ids joined_pages(Searcher& searcher, const std::string& query, std::size_t length, std::size_t enough) {
  Ids all;
  while (all.size() < enough) {
    const Answer answer = page(searcher, query, all.size(), length);
    for (const Hit& hit : answer.hits) {
      EXPECT_EQ(hit.rank, all.size() + 1) << query;
      all.push_back(hit.id);
    }
    if (answer.hits.size() < length) break;
  }
  return all;
}

TEST(SearchPages, JoinWithoutGapOrRepeat) {
  Searcher searcher({test::generated_index()});
  for (const std::string& query : kQueries) {
    const Ids whole = ids_of(page(searcher, query, 0, 5'000));
    EXPECT_EQ(std::set<std::string>(whole.begin(), whole.end()).size(), whole.size()) << query;
    for (const std::size_t length : {1U, 7U, 61U, 500U}) {
      const std::size_t enough = std::min<std::size_t>(whole.size(), length * test::rounds(70));
      const Ids joined = joined_pages(searcher, query, length, enough);
      ASSERT_GE(joined.size(), enough) << query << " by " << length;
      ASSERT_LE(joined.size(), whole.size()) << query << " by " << length;
      EXPECT_TRUE(std::equal(joined.begin(), joined.end(), whole.begin())) << query << " by " << length;
    }
  }
}

TEST(SearchPages, OfLongQuestionsLeaveListsForLater) {
  Searcher searcher({test::generated_index()});
  SearchRequest request;
  request.query = kLongQuery;
  request.explain = Explain::yes;
  const std::vector<std::string> lines = searcher.search(request).explanation;
  EXPECT_TRUE(std::any_of(lines.begin(), lines.end(), [](const std::string& line) {
    return line.rfind("later ", 0) == 0;
  })) << "so that pages of this question join across the border between lists";
}

TEST(SearchPages, HoldTogetherWhatAllHitsAre) {
  Searcher searcher({test::generated_index()});
  for (const std::string& query : kQueries) {
    Ids pages = ids_of(page(searcher, query, 0, 5'000)), all = ids_of(page(searcher, query, 0, std::nullopt));
    std::sort(pages.begin(), pages.end());
    std::sort(all.begin(), all.end());
    EXPECT_EQ(pages, all) << query;
    EXPECT_FALSE(all.empty()) << query;
  }
}

TEST(SearchPages, StreamTheSameHits) {
  Searcher searcher({test::generated_index()});
  for (const std::string& query : kQueries) {
    SearchRequest request;
    request.query = query;
    request.today = {2018, 2, 1};
    request.limit.reset();
    request.snippet_chars = 0;
    Ids streamed;
    const Answer answer = searcher.search(request, [&](const Hit& hit) {
      streamed.push_back(hit.id);
      EXPECT_EQ(hit.rank, streamed.size());
    });
    EXPECT_TRUE(answer.hits.empty());
    EXPECT_EQ(streamed, ids_of(page(searcher, query, 0, std::nullopt))) << query;
  }
}

TEST(SearchPages, FallInScoreAndBreakTiesByDateThenId) {
  Searcher searcher({test::generated_index()});
  std::size_t ties = 0;
  for (const std::string& query : kQueries) {
    const std::vector<Hit> hits = page(searcher, query, 0, 5'000).hits;
    for (std::size_t i = 1; i < hits.size(); ++i) {
      const Hit &before = hits[i - 1], &after = hits[i];
      ASSERT_GE(before.score, after.score) << query << " at " << i;
      if (before.score != after.score) continue;
      ++ties;
      const auto moment = [](const Hit& hit) { return hit.date.value_or(INT64_MIN); };
      EXPECT_TRUE(moment(before) > moment(after) || (moment(before) == moment(after) && before.id < after.id))
          << query << " at " << i << ": " << before.id << " before " << after.id;
    }
  }
  EXPECT_GT(ties, 500U);
}

TEST(SearchPages, AreEmptyPastTheEnd) {
  Searcher searcher({test::generated_index()});
  EXPECT_TRUE(page(searcher, "đảng", 2'000, 10).hits.empty());
  EXPECT_TRUE(page(searcher, "đảng", 1'000'000'000, 1'000'000'000).hits.empty());
  EXPECT_TRUE(page(searcher, "đảng", 0, 0).hits.empty());
  EXPECT_TRUE(page(searcher, "vắngbóng", 0, 10).hits.empty());
  EXPECT_FALSE(page(searcher, "đảng", 1, 1'000'000'000).hits.empty());
}

TEST(SearchPages, BeginWithArticlesThatHaveAllTheWords) {
  Searcher searcher({test::generated_index()});
  using test::Truth;
  const Truth all =
      test::truth_of(Truth::Kind::all, {test::truth_word({"giếng", "gieng"}), test::truth_word({"khuỷu", "khuyu"})});
  const Ids with_all = test::true_ids(all);
  ASSERT_GT(with_all.size(), 20U);
  for (const std::string& id : ids_of(page(searcher, "giếng khuỷu", 0, 20)))
    EXPECT_TRUE(std::binary_search(with_all.begin(), with_all.end(), id)) << id;
}

TEST(SearchPages, AreTheSameInTwoIndexesAsInOneForSortedHits) {
  Searcher one({test::generated_index()}), two(test::generated_halves());
  for (const std::string& query : kQueries)
    for (const SortOrder order : {SortOrder::newest, SortOrder::oldest, SortOrder::title}) {
      SearchRequest request;
      request.query = query;
      request.today = {2018, 2, 1};
      request.sort = order;
      request.limit = 60;
      EXPECT_EQ(ids_of(one.search(request)), ids_of(two.search(request))) << query;
    }
}

TEST(SearchPages, AreTheSameEachTime) {
  Searcher one({test::generated_index()}), other({test::generated_index()});
  for (const std::string& query : kQueries) {
    const Answer first = page(one, query, 0, 100), second = page(other, query, 0, 100);
    EXPECT_EQ(ids_of(first), ids_of(second));
    for (std::size_t i = 0; i < first.hits.size(); ++i) EXPECT_EQ(first.hits[i].score, second.hits[i].score);
  }
}

/// Xapian takes words to stand together by chance, which is 83 times here; they do so 300 times.
TEST(SearchTotal, IsNeverBelowTheHitsShown) {
  std::vector<Article> articles(4000);
  for (std::size_t i = 0; i < articles.size(); ++i) {
    articles[i].id = std::to_string(i);
    articles[i].body = "lúa";
    for (const auto& [word, begin] : {std::pair("khoai", 300U), std::pair("sắn", 1100U), std::pair("ngô", 1900U)})
      if (i < 300 || (i >= begin && i < begin + 800)) articles[i].body += std::string("\n") + word;
  }
  const test::TempDirectory directory;
  test::write_index(directory / "index", articles);
  Searcher searcher({directory / "index"});
  const Answer answer = page(searcher, "khoai AND sắn AND ngô", 0, 200);
  EXPECT_EQ(answer.hits.size(), 200U);
  EXPECT_FALSE(answer.total.exact);
  EXPECT_GE(answer.total.count, 200U);
  const Answer behind_all = page(searcher, "khoai AND sắn AND ngô", 1'000'000, 10);
  EXPECT_LE(behind_all.total.count, articles.size()) << "a page behind all hits tells nothing of their number";
}

/// Each of the words stands in half of the articles, so that lists alone leave a quarter.
TEST(SearchTotal, OfAPhraseOfFrequentWordsIsExactWhereFewArticlesHaveIt) {
  std::vector<Article> articles(4000);
  for (std::size_t i = 0; i < articles.size(); ++i) {
    articles[i].id = std::to_string(i);
    articles[i].body = i % 100 == 7 ? "lúa khoai" : i % 2 == 0 ? "khoai lúa" : "sắn";
  }
  const test::TempDirectory directory;
  test::write_index(directory / "index", articles);
  Searcher searcher({directory / "index"});
  const Answer few = page(searcher, "\"lúa khoai\"", 0, 10);
  EXPECT_EQ(few.hits.size(), 10U);
  EXPECT_EQ(few.total.count, 40U);
  EXPECT_TRUE(few.total.exact);
  const Answer many = page(searcher, "\"khoai lúa\"", 0, 10);
  EXPECT_EQ(many.hits.size(), 10U);
  EXPECT_FALSE(many.total.exact);
}

/// What is opened of a question with rare words is not all that it asks for.
TEST(SearchTotal, CountsNumbersThatAreAPartOfMore) {
  std::vector<Article> articles(50);
  for (std::size_t i = 0; i < articles.size(); ++i) {
    articles[i].id = std::to_string(i);
    articles[i].body = "lúa";
  }
  articles[7].body = "khoai sắn ngô giá 1,210 đồng, nặng 5kg, 5 700-seat";
  const test::TempDirectory directory;
  test::write_index(directory / "index", articles);
  Searcher searcher({directory / "index"});
  for (const std::string query :
       {"khoai sắn ngô 5700", "khoai sắn ngô 1210", "khoai sắn ngô 5", "khoai sắn ngô 5kg 1.210"}) {
    const Answer answer = page(searcher, query, 0, 10);
    EXPECT_EQ(answer.total.count, 1U) << query;
    EXPECT_TRUE(answer.total.exact) << query;
  }
}

}  // namespace
}  // namespace timbao
