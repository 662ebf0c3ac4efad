// SPDX-License-Identifier: GPL-2.0-or-later
// Several indexes asked as one, where the same id stands in more than one of them.
#include <gtest/gtest.h>
#include <xapian.h>

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "common/index/term_maker.h"
#include "common/index/terms.h"
#include "common/store/index_folder.h"
#include "common/store/publish.h"
#include "query/search/searcher.h"
#include "tests/query/support/small_index.h"
#include "tests/sanitizer.h"
#include "tests/temp_directory.h"

namespace timbao {
namespace {

Article article_of(std::string id, std::string title, std::string body = "Bài viết.") {
  Article article;
  article.id = std::move(id);
  article.title = std::move(title);
  article.body = std::move(body);
  return article;
}

/// Three newspapers that number their articles alike.
class SearchIndexes : public ::testing::Test {
 protected:
  SearchIndexes() {
    test::write_index(paper("một"), {article_of("1", "Giá lúa tăng"), article_of("2", "Họp về giá lúa")});
    test::write_index(paper("hai"), {article_of("0", "Cầu mới"), article_of("1", "Lụt ở làng bên"),
                                     article_of("2", "Giá lúa giảm", "Giá lúa giảm mạnh.")});
    test::write_index(paper("ba"), {article_of("1", "Giá lúa đứng yên")});
  }

  [[nodiscard]] std::string paper(const std::string& name) const { return directory_ / name; }
  [[nodiscard]] std::vector<std::string> papers() const { return {paper("một"), paper("hai"), paper("ba")}; }

  static SearchRequest request_of(std::string query) {
    SearchRequest request;
    request.query = std::move(query);
    request.today = {2018, 2, 1};
    return request;
  }

  using Shown = std::multiset<std::string>;
  static std::string shown(const Hit& hit) { return hit.index + " " + hit.id + " " + hit.title.text; }

  test::TempDirectory directory_;
};

TEST_F(SearchIndexes, ShowEachHitAsTheArticleOfItsOwnIndex) {
  Searcher searcher(papers());
  const Shown right{paper("một") + " 1 Giá lúa tăng", paper("một") + " 2 Họp về giá lúa",
                    paper("hai") + " 2 Giá lúa giảm", paper("ba") + " 1 Giá lúa đứng yên"};
  for (const std::string_view query : {"lúa", "\"giá lúa\"", "lúa date:..2018 OR lúa", "-lụt -cầu"}) {
    Shown paged, streamed;
    for (const Hit& hit : searcher.search(request_of(std::string(query))).hits) paged.insert(shown(hit));
    searcher.search(request_of(std::string(query)), [&](const Hit& hit) { streamed.insert(shown(hit)); });
    EXPECT_EQ(paged, right) << query;
    EXPECT_EQ(streamed, right) << query;
  }
}

TEST_F(SearchIndexes, NameNoIndexWhereThereIsOne) {
  Searcher searcher({paper("một")});
  for (const Hit& hit : searcher.search(request_of("lúa")).hits) EXPECT_EQ(hit.index, "");
}

TEST_F(SearchIndexes, GiveTheArticlesOfAnIdInTheirOwnOrder) {
  Searcher searcher({paper("ba"), paper("hai"), paper("một")});
  const std::vector<FoundArticle> found = searcher.articles("1");
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[0].article.title, "Giá lúa đứng yên");
  EXPECT_EQ(found[1].article.title, "Lụt ở làng bên");
  EXPECT_EQ(found[2].article.title, "Giá lúa tăng");
  EXPECT_EQ(found[2].index, paper("một"));
  ASSERT_EQ(searcher.articles("0").size(), 1U);
  EXPECT_EQ(searcher.articles("0")[0].index, paper("hai"));
  EXPECT_TRUE(searcher.articles("9").empty());
}

TEST_F(SearchIndexes, KeepToTheIndexOfAHitWhereAWriterPublishesMeanwhile) {
  Searcher searcher(papers());
  Shown streamed;
  bool is_published = false;
  searcher.search(request_of("lúa"), [&](const Hit& hit) {
    streamed.insert(shown(hit));
    if (std::exchange(is_published, true)) return;
    // Another generation, whose documents have other numbers, and one of whose articles is gone.
    test::write_index(paper("hai"), {article_of("2", "Giá lúa giảm", "Giá lúa giảm mạnh."), article_of("1", "Lụt")});
    remove_old_generations(paper("hai"));
  });
  EXPECT_EQ(streamed, (Shown{paper("một") + " 1 Giá lúa tăng", paper("một") + " 2 Họp về giá lúa",
                             paper("hai") + " 2 Giá lúa giảm", paper("ba") + " 1 Giá lúa đứng yên"}));
}

constexpr int kMany = test::kHasSanitizer ? 150 : 400;  // so that their texts fill more blocks than a reader holds

Article numbered(int number, const std::string& paper) {
  std::string body = "Bài của " + paper;
  for (int i = 0; i < 200; ++i) body += " chữ" + std::to_string(number * 1'000 + i * 7);
  return article_of(std::to_string(number), "Giá lúa ở " + paper + " " + std::to_string(number), body);
}

std::vector<Article> many(const std::string& paper) {
  std::vector<Article> articles;
  for (int i = 0; i < kMany; ++i) articles.push_back(numbered(i, paper));
  return articles;
}

/// Gives all articles but the first other numbers in the database that stands, as a writer in place does.
void renumber_in_place(const std::string& directory, const std::string& paper) {
  Xapian::WritableDatabase database(existing_generation_path(directory), Xapian::DB_OPEN | Xapian::DB_NO_SYNC);
  TermMaker terms;
  database.delete_document(id_term("0"));
  for (int i = kMany - 1; i > 0; --i) {
    database.delete_document(id_term(std::to_string(i)));
    database.add_document(test::document_of(numbered(i, paper), terms));
    if (i % 50 == 0) database.commit();  // revisions enough for blocks that readers need to be used again
  }
  database.commit();
}

TEST_F(SearchIndexes, FindAHitAgainThatAWriterMovedInItsIndex) {
  test::write_index(paper("bốn"), many("bốn"));
  test::write_index(paper("năm"), many("năm"));
  Searcher searcher({paper("bốn"), paper("năm")});
  SearchRequest request = request_of("lúa");
  request.limit.reset();
  std::set<std::string> bon, nam;
  searcher.search(request, [&](const Hit& hit) {
    if (bon.empty() && nam.empty()) {
      renumber_in_place(paper("bốn"), "bốn");
      renumber_in_place(paper("năm"), "năm");
    }
    const std::string name = hit.index == paper("bốn") ? "bốn" : "năm";
    EXPECT_EQ(hit.title.text, "Giá lúa ở " + name + " " + hit.id);
    EXPECT_TRUE((name == "bốn" ? bon : nam).insert(hit.id).second) << hit.id;
  });
  // Of the two that were removed the one that was shown before may be among them.
  for (const std::set<std::string>& ids : {bon, nam}) {
    EXPECT_GE(ids.size(), kMany - 1U);
    EXPECT_LE(ids.size(), kMany - 0U);
  }
}

TEST_F(SearchIndexes, FilterByIdFindsAllOfThem) {
  Searcher searcher(papers());
  const Answer answer = searcher.search(request_of("id:1"));
  EXPECT_EQ(answer.hits.size(), 3U);
  EXPECT_EQ(answer.total.count, 3U);
}

}  // namespace
}  // namespace timbao
