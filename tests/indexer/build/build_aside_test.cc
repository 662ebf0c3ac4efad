// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/build/build_aside.h"

#include <gtest/gtest.h>
#include <xapian.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "common/index/index_db.h"
#include "common/index/schema.h"
#include "common/index/stored.h"
#include "indexer/build/known_articles.h"
#include "indexer/input/measure.h"
#include "tests/temp_directory.h"

namespace timbao {
namespace {

ReadArticle make_article(const std::string& id, const std::string& title,
                         const std::string& body = "Bà con hiến đất làm đường.") {
  ReadArticle read;
  read.article.id = id;
  read.article.title = title;
  read.article.body = body;
  read.article.path = "news.jsonl";
  read.article.date = 1'517'360'460;
  read.bytes = text_bytes(read.article);
  return read;
}

/// Some articles, no two of the same text, enough for several batches and parts.
std::vector<ReadArticle> make_articles(std::size_t count) {
  const std::vector<std::string> words{"xã",    "Bình", "An",   "làm", "đường", "mới",
                                       "5.700", "đảng", "viên", "họp", "ngân",  "sách"};
  std::mt19937 random(7);
  std::vector<ReadArticle> articles;
  for (std::size_t i = 0; i < count; ++i) {
    std::string body;
    for (std::size_t word = 0; word < 40; ++word)
      body += words[random() % words.size()] + (word % 9 == 8 ? ".\n" : " ");
    articles.push_back(make_article("id" + std::to_string(i), "Tin số " + std::to_string(i), body));
  }
  return articles;
}

BuildCounts build(const std::string& index, std::vector<ReadArticle> articles, std::size_t jobs = 2) {
  const WriterLock lock(index);
  remove_old_generations(index);
  BuildOptions options;
  options.directory = index;
  options.jobs = jobs;
  options.memory_bytes = 16U << 20U;
  const auto sink = build_aside(options);
  for (ReadArticle& read : articles) sink->add(std::move(read));
  return sink->publish();
}

/// Everything about a document but its number.
std::string content_of(const Xapian::Document& document) {
  std::string content;
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term)
    content += *term + ":" + std::to_string(term.get_wdf()) + "\n";
  for (auto value = document.values_begin(); value != document.values_end(); ++value)
    if (value.get_valueno() != slot::kPlaceInFile) content += std::to_string(value.get_valueno()) + "=" + *value + "\n";
  return content + document.get_data();
}

/// The index's content by id; fails where an id stands twice.
std::map<std::string, std::string> contents(const std::string& index) {
  std::map<std::string, std::string> by_id;
  const Xapian::Database database(index);
  for (auto at = database.postlist_begin(""); at != database.postlist_end(""); ++at) {
    const Xapian::Document document = database.get_document(*at);
    const std::string id = decode_article(stored_text(document)).id;
    EXPECT_EQ(by_id.count(id), 0U) << id;
    by_id[id] = content_of(document);
  }
  return by_id;
}

std::string title_of(const std::string& index, const std::string& id) {
  const Xapian::Database database(index);
  const std::string term = std::string(row_of(Field::id).prefix) + id;
  return decode_article(stored_text(database.get_document(*database.postlist_begin(term)))).title;
}

/// What stands in the index's folder, sorted.
std::vector<std::string> names_in(const std::string& index) {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(index))
    names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

class BuildAside : public testing::Test {
 protected:
  test::TempDirectory directory_;
  std::string index_ = directory_ / "index";
};

TEST_F(BuildAside, GivesEqualContentWhateverTheJobsAndTheOrder) {
  std::vector<ReadArticle> articles = make_articles(2'000);
  const std::string one = directory_ / "one", two = directory_ / "two", seven = directory_ / "seven";
  EXPECT_EQ(build(one, articles, 1).added, 2'000U);
  build(two, articles, 2);
  std::reverse(articles.begin(), articles.end());
  build(seven, articles, 7);
  const auto expected = contents(one);
  EXPECT_EQ(expected.size(), 2'000U);
  EXPECT_EQ(contents(two), expected);
  EXPECT_EQ(contents(seven), expected);
}

TEST_F(BuildAside, GivesEqualContentInOneRunOrInMany) {
  const std::vector<ReadArticle> articles = make_articles(90);
  build(index_, articles);
  const std::string many = directory_ / "many";
  for (std::size_t begin = 0; begin < articles.size(); begin += 30)
    build(many, {articles.begin() + static_cast<std::ptrdiff_t>(begin),
                 articles.begin() + static_cast<std::ptrdiff_t>(begin + 30)});
  EXPECT_EQ(contents(many), contents(index_));
}

TEST_F(BuildAside, ReplacesAnArticleOfTheSameId) {
  build(index_, {make_article("a", "Cũ"), make_article("b", "Giữ")});
  const BuildCounts counts = build(index_, {make_article("a", "Mới"), make_article("c", "Thêm")});
  EXPECT_EQ(counts.added, 1U);
  EXPECT_EQ(counts.updated, 1U);
  EXPECT_EQ(contents(index_).size(), 3U);
  EXPECT_EQ(title_of(index_, "a"), "Mới");
  EXPECT_EQ(title_of(index_, "b"), "Giữ");
}

TEST_F(BuildAside, ReplacesAgainWhatItReplaced) {
  build(index_, make_articles(30));
  for (const char* title : {"Hai", "Ba", "Bốn", "Năm"}) {  // each leaves a gap where the one before was
    EXPECT_EQ(build(index_, {make_article("id0", title), make_article("id1", title)}).updated, 2U);
    EXPECT_EQ(title_of(index_, "id0"), title);
    EXPECT_EQ(title_of(index_, "id1"), title);
  }
}

TEST_F(BuildAside, KeepsTheLaterOfTwoInOneRun) {
  for (const std::size_t jobs : {1U, 2U, 7U}) {
    const std::string index = directory_ / std::to_string(jobs);
    std::vector<ReadArticle> articles = make_articles(600);
    articles.insert(articles.begin(), make_article("a", "Trước"));
    articles.push_back(make_article("a", "Sau"));
    const BuildCounts counts = build(index, std::move(articles), jobs);
    EXPECT_EQ(counts.added, 601U);
    EXPECT_EQ(title_of(index, "a"), "Sau");
    EXPECT_EQ(contents(index).size(), 601U);
  }
}

TEST_F(BuildAside, KeepsTheLaterOfTwoEvenWhereItIsTheOldOne) {
  build(index_, {make_article("a", "Cũ")});
  const BuildCounts counts = build(index_, {make_article("a", "Giữa"), make_article("a", "Cũ")});
  EXPECT_EQ(title_of(index_, "a"), "Cũ");
  EXPECT_EQ(counts.unchanged, 1U);
  EXPECT_EQ(counts.added + counts.updated, 0U);
}

TEST_F(BuildAside, PublishesNothingWhereNothingChanged) {
  build(index_, make_articles(20));
  const std::vector<std::string> before = names_in(index_);
  const BuildCounts counts = build(index_, make_articles(20));
  EXPECT_EQ(counts.unchanged, 20U);
  EXPECT_EQ(counts.added, 0U);
  EXPECT_EQ(names_in(index_), before);
}

TEST_F(BuildAside, TakesAnotherPathForAChange) {
  build(index_, {make_article("a", "Tin")});
  ReadArticle moved = make_article("a", "Tin");
  moved.article.path = "elsewhere.jsonl";
  EXPECT_EQ(build(index_, {moved}).updated, 1U);
  EXPECT_EQ(build(index_, {moved}).unchanged, 1U);
}

TEST_F(BuildAside, KeepsTheGenerationBeforeForItsReaders) {
  build(index_, {make_article("a", "Cũ")});
  const Xapian::Database reader(index_);
  build(index_, {make_article("b", "Mới")});
  EXPECT_EQ(reader.get_doccount(), 1U);
  EXPECT_EQ(names_in(index_), (std::vector<std::string>{"XAPIANDB", "g1", "g2", "lock"}));
  build(index_, {make_article("c", "Mới")});
  EXPECT_EQ(names_in(index_), (std::vector<std::string>{"XAPIANDB", "g2", "g3", "lock"}));
}

TEST_F(BuildAside, LeavesTheIndexAsItWasWithoutPublish) {
  build(index_, {make_article("a", "Cũ")});
  const std::vector<std::string> before = names_in(index_);
  {
    const WriterLock lock(index_);
    const auto sink = build_aside({index_, 2, 16U << 20U});
    for (ReadArticle& read : make_articles(300)) sink->add(std::move(read));
  }
  EXPECT_EQ(names_in(index_), before);
  EXPECT_EQ(contents(index_).size(), 1U);
}

TEST_F(BuildAside, RemovesWhatADeadRunLeft) {
  std::filesystem::create_directories(index_ + "/building-99999/part0");
  std::filesystem::create_directories(index_ + "/g7");
  build(index_, {make_article("a", "Tin")});
  EXPECT_EQ(names_in(index_), (std::vector<std::string>{"XAPIANDB", "g1", "lock"}));
}

TEST_F(BuildAside, RefusesADamagedGeneration) {
  build(index_, make_articles(50));
  std::filesystem::resize_file(index_ + "/g1/postlist.glass", 100);
  EXPECT_THROW(build(index_, {make_article("a", "Mới")}), Error);
  std::filesystem::resize_file(index_ + "/g1/iamglass", 3);
  EXPECT_THROW(build(index_, {make_article("a", "Mới")}), Error);
}

TEST_F(BuildAside, IndexesArticlesOfAnySize) {
  std::string letters(300'000, 'a');
  ReadArticle word = make_article("word", "Một từ dài", letters), empty = make_article("title", "Chỉ có tên", "");
  ReadArticle long_id = make_article(std::string(5'000, 'i'), std::string(3'000, 't'));
  EXPECT_EQ(build(index_, {word, empty, long_id}).added, 3U);
  EXPECT_EQ(build(index_, {word, empty, long_id}).unchanged, 3U);
}

}  // namespace
}  // namespace timbao
