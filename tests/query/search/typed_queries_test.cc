// SPDX-License-Identifier: GPL-2.0-or-later
// Queries as people type them find what is meant. typed/articles.jsonl holds the articles, and each line of
// typed/queries.tsv a query, the article that it means, `first` where that must be the first hit or `found` where it must
// be on the page, and the kind of typing.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include "common/base/json.h"
#include "query/search/searcher.h"
#include "tests/query/support/small_index.h"
#include "tests/temp_directory.h"

namespace timbao {
namespace {

const std::string kFolder = TIMBAO_SOURCE_DIR "/tests/query/search/typed/";

std::vector<Article> typed_articles() {
  std::vector<Article> articles;
  std::ifstream file(kFolder + "articles.jsonl");
  for (std::string line; std::getline(file, line);) {
    const Json record = Json::parse(line);
    Article article;
    article.id = record["id"];
    article.title = record["title"];
    article.body = record["body"];
    articles.push_back(std::move(article));
  }
  return articles;
}

struct TypedQuery {
  std::string query, article, rule, kind;
};

std::vector<TypedQuery> typed_queries() {
  std::vector<TypedQuery> queries;
  std::ifstream file(kFolder + "queries.tsv");
  for (std::string line; std::getline(file, line);) {
    std::istringstream columns(line);
    TypedQuery row;
    std::getline(columns, row.query, '\t');
    std::getline(columns, row.article, '\t');
    std::getline(columns, row.rule, '\t');
    std::getline(columns, row.kind);
    queries.push_back(std::move(row));
  }
  return queries;
}

class TypedQueries : public ::testing::Test {
 protected:
  TypedQueries() { test::write_index(directory_ / "index", typed_articles()); }

  static SearchRequest request_for(const std::string& query) {
    SearchRequest request;
    request.query = query;
    request.snippet_chars = 0;
    request.today = {2026, 1, 1};
    return request;
  }

  std::vector<std::string> hits(const SearchRequest& request) {
    std::vector<std::string> ids;
    for (const Hit& hit : searcher().search(request).hits) ids.push_back(hit.id);
    return ids;
  }

 private:
  Searcher& searcher() {
    if (!searcher_) searcher_ = std::make_unique<Searcher>(std::vector<std::string>{directory_ / "index"});
    return *searcher_;
  }

  test::TempDirectory directory_;
  std::unique_ptr<Searcher> searcher_;
};

TEST_F(TypedQueries, FindWhatIsMeant) {
  std::map<std::string, std::size_t> asked;
  for (const TypedQuery& row : typed_queries()) {
    ASSERT_TRUE(row.rule == "first" || row.rule == "found") << row.query;
    const std::vector<std::string> ids = hits(request_for(row.query));
    const auto place = std::find(ids.begin(), ids.end(), row.article);
    const bool is_right = row.rule == "first" ? place == ids.begin() && !ids.empty() : place != ids.end();
    EXPECT_TRUE(is_right) << row.kind << ": " << row.query << " must have " << row.article << ' ' << row.rule
                          << ", and has " << (ids.empty() ? "nothing" : ids.front()) << " first";
    ++asked[row.kind];
  }
  std::size_t all = 0;
  for (const auto& [kind, count] : asked) all += count;
  EXPECT_GE(all, 500U);
  EXPECT_EQ(asked.size(), 13U) << "every kind of typing has rows";
}

/// An alternative only adds: every article that a query finds as it stands is found with alternatives too. But a word
/// that was typed in VIQR is one word, of which the tokenizer makes several: as typed it is asked for side by side.
TEST_F(TypedQueries, LoseNothingByTheirAlternatives) {
  for (const TypedQuery& row : typed_queries())
    for (const MatchMode match : {MatchMode::ranked, MatchMode::all}) {
      if (row.kind == "VIQR") continue;
      SearchRequest request = request_for(row.query);
      request.match = match;
      request.limit.reset();
      std::vector<std::string> found = hits(request);
      request.no_variants = request.no_typing = AsTyped::yes;
      std::vector<std::string> as_typed = hits(request);
      std::sort(found.begin(), found.end());
      std::sort(as_typed.begin(), as_typed.end());
      EXPECT_TRUE(std::includes(found.begin(), found.end(), as_typed.begin(), as_typed.end())) << row.query;
    }
}

}  // namespace
}  // namespace timbao
