// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/write/in_place_sink.h"

#include <gtest/gtest.h>

#include "common/base/error.h"
#include "tests/indexer/write/made_articles.h"
#include "tests/temp_directory.h"

namespace timbao {
namespace {

using test::contents_of;
using test::in_place_sink;
using test::made_article;
using test::made_articles;
using test::title_of;
using test::write_index;

FileRecord trusted(const std::string& name) {
  FileRecord record;
  record.name = name;
  record.stamp.changed_ns = 1;
  return record;
}

class InPlace : public testing::Test {
 protected:
  ArticleCounts refresh(std::vector<ReadArticle> articles, const IndexChanges& changes = {}) const {
    return write_index(index_, in_place_sink, std::move(articles), changes);
  }

  test::TempDirectory directory_;
  std::string index_ = directory_ / "index";
};

TEST_F(InPlace, NeedsAnIndex) { EXPECT_THROW(refresh({made_article("a", "Tin")}), Error); }

TEST_F(InPlace, ReplacesAddsAndDeletesInTheSameGeneration) {
  write_index(index_, aside_sink, {made_article("a", "Cũ"), made_article("b", "Giữ"), made_article("c", "Bỏ")});
  IndexChanges changes;
  changes.gone = {id_term("c"), id_term("none")};
  const ArticleCounts counts =
      refresh({made_article("a", "Mới"), made_article("b", "Giữ"), made_article("d", "Thêm")}, changes);
  EXPECT_EQ(counts.added, 1U);
  EXPECT_EQ(counts.updated, 1U);
  EXPECT_EQ(counts.unchanged, 1U);
  EXPECT_EQ(counts.removed, 1U);
  EXPECT_EQ(test::generation_of(index_), "g1");
  EXPECT_EQ(title_of(index_, "a"), "Mới");
  EXPECT_EQ(title_of(index_, "b"), "Giữ");
  EXPECT_EQ(title_of(index_, "c"), "none");
  EXPECT_EQ(title_of(index_, "d"), "Thêm");
}

TEST_F(InPlace, WritesNothingWhereNothingChanged) {
  write_index(index_, aside_sink, made_articles(20));
  const std::string before = test::read_file(index_ + "/g1/iamglass");
  EXPECT_EQ(refresh(made_articles(20)).unchanged, 20U);
  EXPECT_EQ(test::read_file(index_ + "/g1/iamglass"), before);
}

TEST_F(InPlace, KeepsTheLaterOfTwoInOneRun) {
  write_index(index_, aside_sink, {made_article("a", "Cũ")});
  EXPECT_EQ(refresh({made_article("a", "Giữa"), made_article("a", "Sau")}).updated, 1U);
  EXPECT_EQ(title_of(index_, "a"), "Sau");
  EXPECT_EQ(refresh({made_article("a", "Giữa"), made_article("a", "Sau")}).unchanged, 1U);
  EXPECT_EQ(title_of(index_, "a"), "Sau");
}

TEST_F(InPlace, IsNotSeenByAReaderThatIsOpen) {
  write_index(index_, aside_sink, {made_article("a", "Cũ")});
  Xapian::Database reader(index_ + "/g1");
  refresh({made_article("a", "Mới"), made_article("b", "Thêm")});
  EXPECT_EQ(reader.get_doccount(), 1U);
  reader.reopen();
  EXPECT_EQ(reader.get_doccount(), 2U);
}

TEST_F(InPlace, LeavesTheIndexAsItWasWithoutPublish) {
  write_index(index_, aside_sink, {made_article("a", "Cũ")});
  const auto before = contents_of(index_);
  {
    const WriterLock lock(index_);
    InPlaceSink sink({index_});
    sink.add(test::incoming(made_article("a", "Mới")));
    EXPECT_EQ(sink.held().size(), 1U);
    EXPECT_GT(sink.held_bytes(), 0U);
  }
  EXPECT_EQ(contents_of(index_), before);
}

TEST_F(InPlace, WritesTheLedgerInTheSameStep) {
  write_index(index_, aside_sink, {made_article("a", "Cũ")});
  IndexChanges changes;
  changes.ledger.records = {trusted("/x/a.txt")};
  changes.ledger.takedowns = {"id1"};
  refresh({}, changes);
  EXPECT_EQ(open_ledger(index_).file("/x/a.txt"), trusted("/x/a.txt"));
  EXPECT_TRUE(open_ledger(index_).is_removed("id1"));
}

TEST_F(InPlace, LeavesGapsThatAMergeClosesWithoutTakingNewForOld) {
  for (const std::string& gone : std::vector<std::string>{"a", "c"}) {  // at the front, at the end
    const std::string index = directory_ / gone;
    write_index(index, aside_sink, {made_article("a", "Tin"), made_article("b", "Cũ"), made_article("c", "Tin")});
    IndexChanges changes;
    changes.gone = {id_term(gone)};
    write_index(index, in_place_sink, {}, changes);
    const ArticleCounts counts = write_index(index, aside_sink, {made_article("b", "Mới"), made_article("d", "Thêm")});
    EXPECT_EQ(title_of(index, "b"), "Mới") << gone;
    EXPECT_EQ(counts.updated, 1U) << gone;
    EXPECT_EQ(counts.added, 1U) << gone;
  }
}

/// Runs of a writer, each with articles and what changes beside them.
struct WriterRun {
  std::vector<ReadArticle> articles;
  IndexChanges changes;
};

/// Every kind of change, one run each.
std::vector<WriterRun> all_kinds_of_runs() {
  std::vector<WriterRun> runs(6);
  runs[0].articles = made_articles(40);
  runs[0].changes.ledger.records = {trusted("a.txt"), trusted("b.txt"), trusted("news.jsonl")};
  runs[1].articles = made_articles(25, 8);  // other texts
  runs[1].articles.push_back(made_article("new", "Thêm"));
  runs[2].articles = {made_article("id3", "Dời", "Thân bài.", "a.txt"),
                      made_article("id3", "Dời", "Thân bài.", "b.txt"), made_article("id4", "Trước"),
                      made_article("id4", "Sau")};
  runs[2].changes.ledger.records = {trusted("a.txt"), trusted("b.txt")};
  runs[3].changes.gone = {id_term("id5"), id_term("id6"), id_term("none")};
  runs[3].changes.ledger.takedowns = {"id5"};
  runs[4].articles = {made_article("big", "Rất dài", std::string(200'000, 'a') + " đường"), made_article("id5", "Về")};
  runs[4].changes.ledger.restored = {"id5"};
  runs[4].changes.ledger.forgotten = {"news.jsonl"};
  runs[5].articles = made_articles(40);  // and back
  runs[5].changes.gone = {id_term("big")};
  return runs;
}

TEST_F(InPlace, AndAsideGiveEqualArticlesTermsLedgerAndCounts) {
  const std::string aside = directory_ / "aside", adaptive = directory_ / "adaptive";
  for (const std::string& index : {index_, aside, adaptive}) write_index(index, aside_sink, {made_article("a", "Đầu")});
  for (const WriterRun& run : all_kinds_of_runs()) {
    const ArticleCounts in_place = refresh(run.articles, run.changes);
    const ArticleCounts beside = write_index(aside, aside_sink, run.articles, run.changes);
    write_index(adaptive, adaptive_sink, run.articles, run.changes);
    EXPECT_EQ(in_place.added, beside.added);
    EXPECT_EQ(in_place.updated, beside.updated);
    EXPECT_EQ(in_place.unchanged, beside.unchanged);
    EXPECT_EQ(in_place.removed, beside.removed);
    const auto expected = contents_of(aside);
    EXPECT_EQ(contents_of(index_), expected);
    EXPECT_EQ(contents_of(adaptive), expected);
  }
  EXPECT_FALSE(open_ledger(aside).file("a.txt")->is_trusted()) << "id3 was in both";
  EXPECT_FALSE(open_ledger(aside).file("b.txt")->is_trusted());
}

TEST_F(InPlace, AndShardsGiveEqualArticlesTermsLedgerAndCounts) {
  const auto in_shards = [](SinkOptions options) {
    options.shards = 3;
    return adaptive_sink(options);
  };
  const std::string shards = directory_ / "shards";
  write_index(index_, aside_sink, {made_article("a", "Đầu")});
  write_index(shards, in_shards, {made_article("a", "Đầu")});
  for (const WriterRun& run : all_kinds_of_runs()) {
    const ArticleCounts in_place = refresh(run.articles, run.changes);
    const ArticleCounts beside = write_index(shards, in_shards, run.articles, run.changes);
    EXPECT_EQ(in_place.added, beside.added);
    EXPECT_EQ(in_place.updated, beside.updated);
    EXPECT_EQ(in_place.unchanged, beside.unchanged);
    EXPECT_EQ(in_place.removed, beside.removed);
    auto found = contents_of(shards);
    EXPECT_EQ(found.erase("metadata timbao.shard"), 1U);
    EXPECT_EQ(found, contents_of(index_));
  }
  EXPECT_EQ(current_generations(shards).size(), 3U);
}

}  // namespace
}  // namespace timbao
