// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: a suggestion is the same for every page and order, and --suggest searches it.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "query/search/searcher.h"
#include "tests/query/support/asked.h"
#include "tests/query/support/small_index.h"
#include "tests/temp_directory.h"

namespace timbao {
namespace {

std::vector<Article> archive() {
  std::vector<Article> articles;
  for (int i = 0; i < 15; ++i) {
    articles.push_back(test::article_with("Xây dựng Đảng", "Chính sách thuế được bàn lần " + std::to_string(i)));
    articles.back().id = std::to_string(i);
  }
  return articles;
}

class Suggesting : public ::testing::Test {
 protected:
  Suggesting() { test::write_index(directory_ / "index", archive()); }

  [[nodiscard]] Searcher searcher() const { return Searcher({directory_ / "index"}); }

 private:
  test::TempDirectory directory_;
};

SearchRequest request_for(const std::string& query) {
  SearchRequest request;
  request.query = query;
  request.today = {2018, 1, 31};
  return request;
}

TEST_F(Suggesting, IsTheSameForEveryPageAndOrder) {
  Searcher searching = searcher();
  SearchRequest request = request_for("xay dung dang");
  EXPECT_EQ(searching.search(request).suggestion, "xây dựng đảng");
  request.limit = 0;
  EXPECT_EQ(searching.search(request).suggestion, "xây dựng đảng");
  request.limit = 3;
  request.offset = 10;
  EXPECT_EQ(searching.search(request).suggestion, "xây dựng đảng");
  request.sort = SortOrder::newest;
  request.collapse = Collapse::yes;
  EXPECT_EQ(searching.search(request).suggestion, "xây dựng đảng");
}

TEST_F(Suggesting, IsSearchedWhereThatIsAsked) {
  Searcher searching = searcher();
  SearchRequest request = request_for("chính sáxh");
  request.match = MatchMode::all;
  EXPECT_TRUE(searching.search(request).hits.empty());
  request.suggest = Suggest::yes;
  const Answer answer = searching.search(request);
  EXPECT_EQ(answer.hits.size(), 10U);
  EXPECT_EQ(answer.total.count, 15U);
  EXPECT_EQ(answer.suggestion, "chính sách");
  EXPECT_EQ(answer.parsed, "chính sách");
  ASSERT_EQ(answer.notes.size(), 1U);
  EXPECT_EQ(answer.notes[0].text, "searched for 'chính sách' instead of 'chính sáxh'");
}

TEST_F(Suggesting, FindsSomethingWhereTheQueryFindsNothing) {
  Searcher searching = searcher();
  SearchRequest request = request_for("\"chính sáxh\"");
  Answer answer = searching.search(request);
  EXPECT_EQ(answer.total.count, 0U);
  EXPECT_EQ(answer.suggestion, "\"chính sách\"");
  request.query = "\"chính sáxh\" date:1999";
  answer = searching.search(request);
  EXPECT_EQ(answer.total.count, 0U);
  EXPECT_EQ(answer.suggestion, "") << "no article is of that year";
}

TEST_F(Suggesting, LeavesARightQueryAlone) {
  Searcher searching = searcher();
  SearchRequest request = request_for("chính sách thuế");
  request.suggest = Suggest::yes;
  const Answer answer = searching.search(request);
  EXPECT_EQ(answer.suggestion, "");
  EXPECT_TRUE(answer.notes.empty());
  EXPECT_EQ(answer.hits.size(), 10U);
}

}  // namespace
}  // namespace timbao
