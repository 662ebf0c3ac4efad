// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/write/known_articles.h"

#include <gtest/gtest.h>

#include "tests/indexer/write/made_articles.h"
#include "tests/temp_directory.h"

namespace timbao {
namespace {

using test::made_article;

class KnownArticlesTest : public testing::Test {
 protected:
  void SetUp() override { test::write_index(index_, aside_sink, {made_article("a", "Một"), made_article("b", "Hai")}); }

  /// What is found out about an article beside the index.
  [[nodiscard]] KnownArticle look_up(ReadArticle read) const {
    IncomingArticle incoming = test::incoming(std::move(read));
    KnownArticles({{index_ + "/" + test::generation_of(index_)}, {}, 0}).look_up(incoming);
    return *incoming.known;
  }

  test::TempDirectory directory_;
  std::string index_ = directory_ / "index";
};

TEST_F(KnownArticlesTest, TellsAbsentChangedAndUnchangedApart) {
  EXPECT_EQ(look_up(made_article("c", "Ba")).standing, Standing::absent);
  EXPECT_EQ(look_up(made_article("c", "Ba")).document, 0U);
  EXPECT_EQ(look_up(made_article("a", "Khác")).standing, Standing::changed);
  EXPECT_EQ(look_up(made_article("b", "Hai")).standing, Standing::unchanged);
  EXPECT_EQ(look_up(made_article("b", "Hai")).document, 2U);
}

TEST_F(KnownArticlesTest, TakesAnotherPathForAChange) {
  const KnownArticle moved = look_up(made_article("a", "Một", "Bà con hiến đất làm đường.", "elsewhere.jsonl"));
  EXPECT_EQ(moved.standing, Standing::changed);
  EXPECT_EQ(moved.path_term, path_term("elsewhere.jsonl"));
}

TEST_F(KnownArticlesTest, FindsEveryArticleAbsentWhereThereIsNoGeneration) {
  IncomingArticle incoming = test::incoming(made_article("a", "Một"));
  KnownArticles({}).look_up(incoming);
  EXPECT_EQ(incoming.known->standing, Standing::absent);
  EXPECT_EQ(incoming.known->content_hash, content_hash(incoming.read.article));
}

TEST_F(KnownArticlesTest, LooksNothingUpTwice) {
  IncomingArticle incoming = test::incoming(made_article("a", "Một"));
  incoming.known.emplace();
  incoming.known->content_hash = "found out before";
  KnownArticles({{index_ + "/" + test::generation_of(index_)}, {}, 0}).look_up(incoming);
  EXPECT_EQ(incoming.known->content_hash, "found out before");
}

}  // namespace
}  // namespace timbao
