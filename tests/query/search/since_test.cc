// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>
#include <xapian.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "common/index/moment_key.h"
#include "common/index/schema.h"
#include "common/store/index_folder.h"
#include "query/search/searcher.h"
#include "tests/query/support/small_index.h"
#include "tests/temp_directory.h"

namespace timbao {
namespace {

/// Forty articles, the first of which were indexed at moments 0, 1000, 2000 …; of the last five nobody knows when.
class Since : public testing::Test {
 protected:
  static constexpr int kArticles = 40, kUnknown = 5;

  void SetUp() override {
    std::vector<Article> articles(kArticles);
    int i = 0;
    for (Article& article : articles) {
      article.id = id_of(i);
      article.title = i % 2 == 0 ? "Đảng bộ xã họp" : "Làng họp chợ";
      article.body = i % 3 == 0 ? "Bà con làm đường mới." : "Chợ phiên đông vui.";
      ++i;
    }
    test::write_index(index_, articles);
    Xapian::WritableDatabase database(existing_generation_path(index_));
    for (i = 0; i < kArticles - kUnknown; ++i) {
      const Xapian::docid id = static_cast<Xapian::docid>(i) + 1;
      Xapian::Document document = database.get_document(id);
      document.add_value(slot::kFirstIndexed, moment_key(i * 1000));
      database.replace_document(id, document);
    }
    database.commit();
    searcher_.emplace(std::vector<std::string>{index_});
  }

  static std::string id_of(int i) { return "a" + std::to_string(100 + i); }

  /// The ids of all hits, sorted.
  std::vector<std::string> hits(const std::string& query, std::optional<std::int64_t> since,
                                MatchMode match = MatchMode::ranked) {
    SearchRequest request;
    request.query = query;
    request.limit = kArticles;
    request.match = match;
    request.first_indexed_since = since;
    const Answer answer = searcher_->search(request);
    std::vector<std::string> ids;
    ids.reserve(answer.hits.size());
    for (const Hit& hit : answer.hits) ids.push_back(hit.id);
    std::sort(ids.begin(), ids.end());
    return ids;
  }

  test::TempDirectory directory_;
  std::string index_ = directory_ / "index";
  std::optional<Searcher> searcher_;
};

TEST_F(Since, HitsAreThoseOfTheQueryThatWereFirstIndexedThenOrLater) {
  for (const char* query : {"đảng", "\"họp chợ\"", "đường -làng", "hop", "(đảng OR chợ) đường", "title:xã", "đả*"})
    for (const MatchMode match : {MatchMode::ranked, MatchMode::any, MatchMode::all})
      for (const std::int64_t since : {-5, 0, 1, 9'000, 9'001, 34'000, 34'001}) {
        std::vector<std::string> wanted;
        for (const std::string& id : hits(query, std::nullopt, match)) {
          const int place = std::stoi(id.substr(1)) - 100;
          if (place < kArticles - kUnknown && place * 1000 >= since) wanted.push_back(id);
        }
        EXPECT_EQ(hits(query, since, match), wanted) << query << ' ' << since;
      }
}

TEST_F(Since, ArticlesOfWhichItIsNotKnownAreNeverNew) {
  const std::vector<std::string> all = hits("hop", std::nullopt), known = hits("hop", -1'000'000);
  EXPECT_EQ(all.size(), static_cast<std::size_t>(kArticles));
  EXPECT_EQ(known.size(), static_cast<std::size_t>(kArticles - kUnknown));
}

}  // namespace
}  // namespace timbao
