// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/pair_filter.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "common/store/index_folder.h"
#include "common/store/open_index.h"
#include "common/store/open_shards.h"
#include "common/store/pair_rows.h"
#include "indexer/write/article_signer.h"
#include "query/search/searcher.h"
#include "query/search/token_cache.h"
#include "tests/query/support/asked.h"
#include "tests/query/support/small_index.h"
#include "tests/temp_directory.h"

namespace timbao {
namespace {

using Documents = std::vector<Xapian::docid>;

/// Articles that all have the same words; in every tenth two of them stand side by side that do so in no other.
std::vector<Article> articles_of_the_same_words(std::size_t from, std::size_t to) {
  std::vector<Article> articles;
  for (std::size_t i = from; i < to; ++i) {
    Article article = test::article_with("Tin", i % 10 == 0 ? "ngõa giếng khuỷu quỳnh" : "khuỷu ngõa giếng quỳnh");
    article.id = "a" + std::to_string(i);
    articles.push_back(std::move(article));
  }
  return articles;
}

class PairFilterTest : public testing::Test {
 protected:
  static constexpr std::size_t kArticles = 400;

  /// Signs an index, or takes its signatures away.
  static void sign(const std::string& index, bool is_signed) {
    Xapian::WritableDatabase database(existing_generation_path(index));
    is_signed ? sign_all(database) : remove_pair_rows(database);
    database.commit();
  }

  void SetUp() override {
    test::write_index(index_, articles_of_the_same_words(0, kArticles));
    sign(index_, true);
  }

  /// Calls `use` with the filter of a query in some databases as one.
  template <typename Use>
  static auto with_filter(const std::vector<std::string>& indexes, const std::string& query, Use use) {
    std::vector<Xapian::Database> parts;
    for (const std::string& index : indexes) parts.push_back(open_database(existing_generation_path(index)));
    const Xapian::Database all = joined(parts);
    VocabularyCache words;
    TokenCache tokens;
    const auto vocabulary = vocabulary_of(all, words);
    const OpenArchive archive{all, *vocabulary, tokens, DocumentNumbers::of_the_archive, nullptr, nullptr, &parts};
    const PreparedQuestion prepared(test::ask(query), *vocabulary);
    PairFilter filter(prepared.question().hits, prepared, archive);
    return use(filter);
  }

  static std::optional<Documents> possible(const std::vector<std::string>& indexes, const std::string& query) {
    return with_filter(indexes, query, [](PairFilter& filter) { return filter.possible_articles(); });
  }

  test::TempDirectory directory_;
  std::string index_ = directory_ / "index", other_ = directory_ / "other";
};

Documents every_tenth(Xapian::docid from, Xapian::docid to, Xapian::docid step) {
  Documents documents;
  for (; from <= to; from += step) documents.push_back(from);
  return documents;
}

TEST_F(PairFilterTest, KnowsTheArticlesThatHaveAPair) {
  EXPECT_EQ(possible({index_}, "\"giếng khuỷu\""), every_tenth(1, kArticles, 10));
  EXPECT_EQ(possible({index_}, "\"giếng khuỷu quỳnh\" AND tin"), every_tenth(1, kArticles, 10));
}

TEST_F(PairFilterTest, KnowsThemInSeveralDatabasesThatAreNumberedInTurn) {
  test::write_index(other_, articles_of_the_same_words(5, kArticles / 2));  // the sixth of them is article 10
  sign(other_, true);
  Documents expected = every_tenth(1, 2 * kArticles, 20);
  for (const Xapian::docid document : every_tenth(6, kArticles / 2 - 5, 10)) expected.push_back(2 * document);
  std::sort(expected.begin(), expected.end());
  EXPECT_EQ(possible({index_, other_}, "\"giếng khuỷu\""), expected);
}

TEST_F(PairFilterTest, TellsNothingWhereOneOfSeveralDatabasesHasNoSignatures) {
  test::write_index(other_, articles_of_the_same_words(0, kArticles));
  EXPECT_FALSE(possible({index_, other_}, "\"giếng khuỷu\""));
}

TEST_F(PairFilterTest, LeavesOutDocumentsThatWereDeleted) {
  {
    Xapian::WritableDatabase database(existing_generation_path(index_));
    database.delete_document(11);
    database.commit();
  }
  Documents expected = every_tenth(1, kArticles, 10);
  expected.erase(expected.begin() + 1);
  EXPECT_EQ(possible({index_}, "\"giếng khuỷu\""), expected);
}

TEST_F(PairFilterTest, TellsNothingWhereDocumentsCameAfterTheSignatures) {
  {
    Xapian::WritableDatabase database(existing_generation_path(index_));
    Xapian::Document document = database.get_document(3);
    database.add_document(document);
    database.commit();
  }
  EXPECT_FALSE(possible({index_}, "\"giếng khuỷu\""));
}

TEST_F(PairFilterTest, ReadsNoRowsWherePostingListsAreShort) {
  EXPECT_FALSE(possible({index_}, "\"giếng khuỷu\" AND id:a10"));
  EXPECT_FALSE(possible({index_}, "giếng khuỷu")) << "no phrase";
  EXPECT_FALSE(possible({index_}, "\"xây dựng\"")) << "listed pairs have lists of their own";
}

TEST_F(PairFilterTest, IsReadOnceItHasBeenAskedOften) {
  const bool refused_in_time = with_filter({index_}, "\"giếng khuỷu\"", [](PairFilter& filter) {
    EXPECT_TRUE(filter.may_hold(2)) << "not read yet";
    for (int i = 0; i < 100; ++i) EXPECT_TRUE(filter.may_hold(1));
    return !filter.may_hold(2) && filter.may_hold(11);
  });
  EXPECT_TRUE(refused_in_time);
}

TEST_F(PairFilterTest, TellsNothingOfADocumentThatIsNotThere) {
  const bool may_hold = with_filter({index_}, "\"giếng khuỷu\"", [](PairFilter& filter) {
    EXPECT_TRUE(filter.possible_articles());
    return filter.may_hold(4'000'000'000U);
  });
  EXPECT_TRUE(may_hold);
}

/// Rows that a hostile index holds: too long, too short, of documents that are not there.
TEST_F(PairFilterTest, TakesForgedRowsForWhatTheySay) {
  {
    Xapian::WritableDatabase database(existing_generation_path(index_));
    const auto bits = bits_of_pair("gieng", "khuyu");
    for (const std::uint16_t bit : bits) write_pair_row(database, {0, bit}, std::string(50'000, '\xff'));
    write_pair_row(database, {0, bits.back()}, "\xff");
    database.commit();
  }
  EXPECT_EQ(possible({index_}, "\"giếng khuỷu\""), every_tenth(1, 8, 1));
}

TEST_F(PairFilterTest, ChangesNoAnswer) {
  Searcher with({index_});
  sign(index_, false);
  Searcher without({index_});
  for (const SortOrder sort : {SortOrder::relevance, SortOrder::newest, SortOrder::title})
    for (const std::string query : {"\"giếng khuỷu\"", "\"ngõa giếng\" tin", "\"khuỷu ngõa\" -\"giếng khuỷu\""})
      for (const std::size_t offset : {0U, 7U, 39U}) {
        SearchRequest request;
        request.query = query;
        request.sort = sort;
        request.offset = offset;
        request.limit = 10;
        const Answer one = with.search(request), other = without.search(request);
        ASSERT_EQ(one.hits.size(), other.hits.size()) << query;
        EXPECT_EQ(one.total.count, other.total.count);
        for (std::size_t i = 0; i < one.hits.size(); ++i) EXPECT_EQ(one.hits[i].id, other.hits[i].id) << query;
      }
}

}  // namespace
}  // namespace timbao
