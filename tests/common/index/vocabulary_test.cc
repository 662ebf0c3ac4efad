// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: the vocabulary lists the readings of one folded form only, with their counts, as long as the database is the
// same.
#include "common/index/vocabulary.h"

#include <gtest/gtest.h>
#include <xapian.h>

#include <tuple>

namespace timbao {
namespace {

Xapian::WritableDatabase database_of(const std::vector<std::vector<std::string>>& articles) {
  Xapian::WritableDatabase database(std::string(), Xapian::DB_BACKEND_INMEMORY);
  for (const auto& terms : articles) {
    Xapian::Document document;
    for (const std::string& term : terms) document.add_term(term);
    database.add_document(document);
  }
  return database;
}

class VocabularyTest : public testing::Test {
 protected:
  const Xapian::WritableDatabase database_ =
      database_of({{"dang~93", "Sdang~93", "dang~", "Bxay dung"}, {"dang~93", "dangs~", "dan~"}, {"dang~98"}});
  VocabularyCache memory_;
  const std::unique_ptr<Vocabulary> vocabulary_ = vocabulary_of(database_, memory_);

  [[nodiscard]] std::vector<std::tuple<std::string, std::string, std::uint32_t>> readings(
      std::string_view prefix, std::string_view folded) const {
    std::vector<std::tuple<std::string, std::string, std::uint32_t>> found;
    for (const ReadingCount& reading : vocabulary_->readings(prefix, folded))
      found.emplace_back(reading.term, reading.exact, reading.articles);
    return found;
  }
};

TEST_F(VocabularyTest, CountsArticlesAndTerms) {
  EXPECT_EQ(vocabulary_->articles(), 3U);
  EXPECT_EQ(vocabulary_->articles_with("dang~93"), 2U);
  EXPECT_EQ(vocabulary_->articles_with("Bxay dung"), 1U);
  EXPECT_EQ(vocabulary_->articles_with("dang"), 0U);
  EXPECT_EQ(vocabulary_->articles_with("không"), 0U);
}

TEST_F(VocabularyTest, ListsTheReadingsOfOneFoldedFormOnly) {
  using Wanted = std::vector<std::tuple<std::string, std::string, std::uint32_t>>;
  EXPECT_EQ(readings("", "dang"), (Wanted{{"dang~", "dang", 1}, {"dang~93", "đang~3", 2}, {"dang~98", "đăng", 1}}));
  EXPECT_EQ(readings("", "dangs"), (Wanted{{"dangs~", "dangs", 1}}));
  EXPECT_EQ(readings("", "da"), Wanted{});
}

TEST_F(VocabularyTest, ListsTheReadingsOfAFieldUnderItsPrefix) {
  using Wanted = std::vector<std::tuple<std::string, std::string, std::uint32_t>>;
  EXPECT_EQ(readings("S", "dang"), (Wanted{{"Sdang~93", "đang~3", 1}}));
  EXPECT_EQ(readings("L", "dang"), Wanted{});
}

TEST(Vocabulary, OfAnEmptyDatabaseIsEmpty) {
  const Xapian::WritableDatabase database = database_of({});
  VocabularyCache memory;
  const auto vocabulary = vocabulary_of(database, memory);
  EXPECT_EQ(vocabulary->articles(), 0U);
  EXPECT_EQ(vocabulary->articles_with("dang~"), 0U);
  EXPECT_TRUE(vocabulary->readings("", "dang").empty());
}

TEST(Vocabulary, RemembersUntilTheDatabaseIsOpenedAnew) {
  VocabularyCache memory;
  const Xapian::WritableDatabase before = database_of({{"dang~93"}}), after = database_of({{"dang~93"}, {"dang~93"}});
  memory.clear_if_reopened(1);
  EXPECT_EQ(vocabulary_of(before, memory)->articles_with("dang~93"), 1U);
  EXPECT_EQ(vocabulary_of(before, memory)->readings("", "dang").size(), 1U);
  memory.clear_if_reopened(1);
  EXPECT_EQ(vocabulary_of(after, memory)->articles_with("dang~93"), 1U) << "remembered";
  memory.clear_if_reopened(2);
  EXPECT_EQ(vocabulary_of(after, memory)->articles_with("dang~93"), 2U);
  EXPECT_EQ(vocabulary_of(after, memory)->readings("", "dang").front().articles, 2U);
}

TEST(Vocabulary, KnowsHowManyArticlesHaveAReadingOnceItHasListedTheReadings) {
  VocabularyCache memory;
  const Xapian::WritableDatabase before = database_of({{"dang~93"}}), after = database_of({{"dang~93"}, {"dang~93"}});
  EXPECT_EQ(vocabulary_of(before, memory)->readings("", "dang").size(), 1U);
  EXPECT_EQ(vocabulary_of(after, memory)->articles_with("dang~93"), 1U) << "the index is not asked once more";
}

}  // namespace
}  // namespace timbao
