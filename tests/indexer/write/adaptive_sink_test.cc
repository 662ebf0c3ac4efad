// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include "indexer/write/adaptive_sink.h"
#include "tests/indexer/write/made_articles.h"
#include "tests/temp_directory.h"

namespace timbao {
namespace {

using test::contents_of;
using test::generation_of;
using test::made_article;
using test::made_articles;
using test::write_index;

class AdaptiveSink : public testing::Test {
 protected:
  ArticleCounts write(std::vector<ReadArticle> articles, const IndexChanges& changes = {}) const {
    return write_index(index_, adaptive_sink, std::move(articles), changes);
  }

  test::TempDirectory directory_;
  std::string index_ = directory_ / "index";
};

TEST_F(AdaptiveSink, BuildsAsideWhereThereIsNoIndex) {
  EXPECT_EQ(write(made_articles(30)).added, 30U);
  EXPECT_EQ(generation_of(index_), "g1");
}

TEST_F(AdaptiveSink, WritesALittleInPlace) {
  write(made_articles(30));
  const ArticleCounts counts = write(made_articles(30, 8));
  EXPECT_EQ(counts.updated, 30U);
  EXPECT_EQ(generation_of(index_), "g1");
}

TEST_F(AdaptiveSink, GoesAsideWhereTheTextIsMuch) {
  write(made_articles(30));
  std::vector<ReadArticle> articles = made_articles(30, 8);
  articles.front() = made_articles(1).front();  // unchanged, and met before the way is chosen
  articles.push_back(made_article("much", "Rất dài", std::string(300'000, 'a')));
  const ArticleCounts counts = write(articles);
  EXPECT_EQ(generation_of(index_), "g2");
  EXPECT_EQ(counts.updated, 29U);
  EXPECT_EQ(counts.unchanged, 1U);
  EXPECT_EQ(counts.added, 1U);
}

TEST_F(AdaptiveSink, GoesAsideWhereTheArticlesAreMany) {
  write(made_articles(10));
  std::vector<ReadArticle> articles;
  for (int i = 0; i < 1'001; ++i) articles.push_back(made_article("n" + std::to_string(i), "Tin"));
  EXPECT_EQ(write(articles).added, 1'001U);
  EXPECT_EQ(generation_of(index_), "g2");
}

TEST_F(AdaptiveSink, CountsNoUnchangedArticlesForMany) {
  std::vector<ReadArticle> articles;
  for (int i = 0; i < 1'500; ++i) articles.push_back(made_article("n" + std::to_string(i), "Tin"));
  write(articles);
  articles.push_back(made_article("a", "Thêm"));
  const ArticleCounts counts = write(articles);
  EXPECT_EQ(counts.added, 1U);
  EXPECT_EQ(counts.unchanged, 1'500U);
  EXPECT_EQ(generation_of(index_), "g1");
}

TEST_F(AdaptiveSink, RebuildsFromNothingButTheLedger) {
  IndexChanges changes;
  changes.ledger.takedowns = {"out"};
  write(made_articles(30), changes);
  SinkOptions options;
  options.directory = index_;
  options.base = BuildBase::takedowns;
  {
    const WriterLock lock(index_);
    const auto sink = adaptive_sink(options);
    sink->add(test::incoming(made_article("a", "Một mình")));
    EXPECT_EQ(sink->publish().added, 1U);
  }
  EXPECT_EQ(generation_of(index_), "g2");
  EXPECT_EQ(Xapian::Database(index_).get_doccount(), 1U);
  EXPECT_TRUE(open_ledger(index_).is_removed("out"));
}

TEST_F(AdaptiveSink, DeletesManyAside) {
  std::vector<ReadArticle> articles;
  IndexChanges changes;
  for (int i = 0; i < 1'500; ++i) {
    articles.push_back(made_article("n" + std::to_string(i), "Tin"));
    if (i > 0) changes.gone.push_back(id_term("n" + std::to_string(i)));
  }
  write(articles);
  EXPECT_EQ(write({}, changes).removed, 1'499U);
  EXPECT_EQ(generation_of(index_), "g2");
  EXPECT_EQ(contents_of(index_).count("n0"), 1U);
}

}  // namespace
}  // namespace timbao
