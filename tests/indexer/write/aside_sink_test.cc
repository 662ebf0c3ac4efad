// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/write/aside_sink.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "common/base/error.h"
#include "tests/indexer/write/made_articles.h"
#include "tests/temp_directory.h"

namespace timbao {
namespace {

using test::contents_of;
using test::made_article;
using test::made_articles;
using test::title_of;
using test::write_index;

ArticleCounts build(const std::string& index, std::vector<ReadArticle> articles, std::size_t jobs = 2) {
  const auto with_jobs = [jobs](SinkOptions options) {
    options.share = share_of_writing(kUsualMemory, 0, jobs);
    return aside_sink(options);
  };
  return write_index(index, with_jobs, std::move(articles));
}

Xapian::doccount count_articles(const std::string& index) { return Xapian::Database(index).get_doccount(); }

/// What stands in the index's folder, sorted.
std::vector<std::string> names_in(const std::string& index) {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(index))
    names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

class AsideSink : public testing::Test {
 protected:
  test::TempDirectory directory_;
  std::string index_ = directory_ / "index";
};

TEST_F(AsideSink, GivesEqualContentWhateverTheJobsAndTheOrder) {
  std::vector<ReadArticle> articles = made_articles(2'000);
  const std::string one = directory_ / "one", two = directory_ / "two", seven = directory_ / "seven";
  EXPECT_EQ(build(one, articles, 1).added, 2'000U);
  build(two, articles, 2);
  std::reverse(articles.begin(), articles.end());
  build(seven, articles, 7);
  const auto expected = contents_of(one);
  EXPECT_EQ(count_articles(one), 2'000U);
  EXPECT_EQ(contents_of(two), expected);
  EXPECT_EQ(contents_of(seven), expected);
}

TEST_F(AsideSink, GivesEqualContentInOneRunOrInMany) {
  const std::vector<ReadArticle> articles = made_articles(90);
  build(index_, articles);
  const std::string many = directory_ / "many";
  for (std::size_t begin = 0; begin < articles.size(); begin += 30)
    build(many, {articles.begin() + static_cast<std::ptrdiff_t>(begin),
                 articles.begin() + static_cast<std::ptrdiff_t>(begin + 30)});
  EXPECT_EQ(contents_of(many), contents_of(index_));
}

TEST_F(AsideSink, ReplacesAnArticleOfTheSameId) {
  build(index_, {made_article("a", "Cũ"), made_article("b", "Giữ")});
  const ArticleCounts counts = build(index_, {made_article("a", "Mới"), made_article("c", "Thêm")});
  EXPECT_EQ(counts.added, 1U);
  EXPECT_EQ(counts.updated, 1U);
  EXPECT_EQ(count_articles(index_), 3U);
  EXPECT_EQ(title_of(index_, "a"), "Mới");
  EXPECT_EQ(title_of(index_, "b"), "Giữ");
}

TEST_F(AsideSink, ReplacesAgainWhatItReplaced) {
  build(index_, made_articles(30));
  for (const char* title : {"Hai", "Ba", "Bốn", "Năm"}) {  // each leaves a gap where the one before was
    EXPECT_EQ(build(index_, {made_article("id0", title), made_article("id1", title)}).updated, 2U);
    EXPECT_EQ(title_of(index_, "id0"), title);
    EXPECT_EQ(title_of(index_, "id1"), title);
  }
}

TEST_F(AsideSink, KeepsTheLaterOfTwoInOneRun) {
  for (const std::size_t jobs : {1U, 2U, 7U}) {
    const std::string index = directory_ / std::to_string(jobs);
    std::vector<ReadArticle> articles = made_articles(600);
    articles.insert(articles.begin(), made_article("a", "Trước"));
    articles.push_back(made_article("a", "Sau"));
    const ArticleCounts counts = build(index, std::move(articles), jobs);
    EXPECT_EQ(counts.added, 601U);
    EXPECT_EQ(title_of(index, "a"), "Sau");
    EXPECT_EQ(count_articles(index), 601U);
  }
}

TEST_F(AsideSink, KeepsTheLaterOfTwoEvenWhereItIsTheOldOne) {
  build(index_, {made_article("a", "Cũ")});
  const ArticleCounts counts = build(index_, {made_article("a", "Giữa"), made_article("a", "Cũ")});
  EXPECT_EQ(title_of(index_, "a"), "Cũ");
  EXPECT_EQ(counts.unchanged, 1U);
  EXPECT_EQ(counts.added + counts.updated, 0U);
}

TEST_F(AsideSink, PublishesNothingWhereNothingChanged) {
  build(index_, made_articles(20));
  const std::vector<std::string> before = names_in(index_);
  const ArticleCounts counts = build(index_, made_articles(20));
  EXPECT_EQ(counts.unchanged, 20U);
  EXPECT_EQ(counts.added, 0U);
  EXPECT_EQ(names_in(index_), before);
}

TEST_F(AsideSink, TakesAnotherPathForAChange) {
  build(index_, {made_article("a", "Tin")});
  ReadArticle moved = made_article("a", "Tin");
  moved.article.path = "elsewhere.jsonl";
  EXPECT_EQ(build(index_, {moved}).updated, 1U);
  EXPECT_EQ(build(index_, {moved}).unchanged, 1U);
}

TEST_F(AsideSink, KeepsTheGenerationBeforeForItsReaders) {
  build(index_, {made_article("a", "Cũ")});
  const Xapian::Database reader(index_);
  build(index_, {made_article("b", "Mới")});
  EXPECT_EQ(reader.get_doccount(), 1U);
  EXPECT_EQ(names_in(index_), (std::vector<std::string>{"XAPIANDB", "g1", "g2", "lock"}));
  build(index_, {made_article("c", "Mới")});
  EXPECT_EQ(names_in(index_), (std::vector<std::string>{"XAPIANDB", "g2", "g3", "lock"}));
}

TEST_F(AsideSink, LeavesTheIndexAsItWasWithoutPublish) {
  build(index_, {made_article("a", "Cũ")});
  const std::vector<std::string> before = names_in(index_);
  {
    const WriterLock lock(index_);
    const auto sink = aside_sink({index_, share_of_writing(kLeastMemory, 0, 2)});
    for (ReadArticle& read : made_articles(300)) sink->add(test::incoming(std::move(read)));
  }
  EXPECT_EQ(names_in(index_), before);
  EXPECT_EQ(count_articles(index_), 1U);
}

TEST_F(AsideSink, RemovesWhatADeadRunLeft) {
  std::filesystem::create_directories(index_ + "/building-99999/part0");
  std::filesystem::create_directories(index_ + "/g7");
  build(index_, {made_article("a", "Tin")});
  EXPECT_EQ(names_in(index_), (std::vector<std::string>{"XAPIANDB", "g1", "lock"}));
}

TEST_F(AsideSink, RefusesADamagedGeneration) {
  build(index_, made_articles(50));
  std::filesystem::resize_file(index_ + "/g1/postlist.glass", 100);
  EXPECT_THROW(build(index_, {made_article("a", "Mới")}), Error);
  std::filesystem::resize_file(index_ + "/g1/iamglass", 3);
  EXPECT_THROW(build(index_, {made_article("a", "Mới")}), Error);
}

TEST_F(AsideSink, IndexesArticlesOfAnySize) {
  std::string letters(300'000, 'a');
  ReadArticle word = made_article("word", "Một từ dài", letters), empty = made_article("title", "Chỉ có tên", "");
  ReadArticle long_id = made_article(std::string(5'000, 'i'), std::string(3'000, 't'));
  EXPECT_EQ(build(index_, {word, empty, long_id}).added, 3U);
  EXPECT_EQ(build(index_, {word, empty, long_id}).unchanged, 3U);
}

}  // namespace
}  // namespace timbao
