// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/ledger/run_ledger.h"

#include <gtest/gtest.h>

#include <utility>

#include "common/index/terms.h"
#include "indexer/ledger/file_visit.h"
#include "tests/temp_directory.h"

namespace timbao {
namespace {

constexpr std::int64_t kSecondNs = 1'000'000'000;
constexpr std::int64_t kNowNs = 1'600'000'000 * kSecondNs;

/// A regular file that was changed a minute before the run.
SourceFile file_of(const std::string& name, std::uint64_t inode) {
  SourceFile file;
  file.path = file.name = name;
  file.stamp = {100, kNowNs - 60 * kSecondNs, kNowNs - 60 * kSecondNs, inode};
  file.device = 1;
  return file;
}

Article article_of(const std::string& id, const std::string& path) {
  Article article;
  article.id = id;
  article.path = path;
  return article;
}

Rejected rejected_with(const std::string& id) {
  Rejected rejected;
  rejected.id = id;
  return rejected;
}

/// A database of earlier runs, and runs over it.
class LedgerRun : public testing::Test {
 protected:
  LedgerRules rules() const {
    LedgerRules rules;
    rules.way = reading_way({});
    rules.listed_ns = kNowNs;
    return rules;
  }

  RunLedger run() const { return run(rules()); }
  RunLedger run(LedgerRules rules) const { return {Ledger(Xapian::Database(path_)), std::move(rules)}; }

  /// Reads a file of which every byte is read, and records it.
  VisitedFile visit(const SourceFile& file, const std::vector<Article>& articles, RunLedger run) {
    FileVisit visit(run, file);
    for (const Article& article : articles) visit.take(article);
    VisitedFile visited = visit.close({FileEnd::whole, 7});
    write(visited);
    return visited;
  }

  void write(const VisitedFile& visited) {
    LedgerChanges changes;
    if (visited.record) changes.records.add(*visited.record);
    write_ledger(changes, database_);
    database_.commit();
  }

  void take_down(const std::string& id) {
    LedgerChanges changes;
    changes.takedowns = {id};
    write_ledger(changes, database_);
    database_.commit();
  }

  test::TempDirectory directory_;
  std::string path_ = directory_ / "database";
  Xapian::WritableDatabase database_{path_, Xapian::DB_CREATE};
  SourceFile file_ = file_of("/archive/a.jsonl", 5);
};

TEST_F(LedgerRun, ReadsAFileOnce) {
  RunLedger first = run();
  EXPECT_TRUE(std::holds_alternative<FileToRead>(first.look_up(file_)));
  visit(file_, {article_of("a1", file_.name)}, run());
  RunLedger second = run();
  const FileStanding standing = second.look_up(file_);
  ASSERT_TRUE(std::holds_alternative<UnchangedFile>(standing));
  EXPECT_EQ(std::get<UnchangedFile>(standing).record.articles, 1U);
  EXPECT_FALSE(std::get<UnchangedFile>(standing).renewed.has_value());
}

TEST_F(LedgerRun, ReadsAFileAgainInAnotherWay) {
  visit(file_, {article_of("a1", file_.name)}, run());
  LedgerRules other = rules();
  other.way = reading_way({Format::text, "", "", 0});
  EXPECT_TRUE(std::holds_alternative<FileToRead>(run(other).look_up(file_)));
  LedgerRules rebuild = rules();
  rebuild.old_records = OldRecords::ignored;
  EXPECT_TRUE(std::holds_alternative<FileToRead>(run(rebuild).look_up(file_)));
}

TEST_F(LedgerRun, ReadsAFileAgainThatHadJustBeenChanged) {
  file_.stamp.changed_ns = kNowNs - kSecondNs;
  const VisitedFile visited = visit(file_, {article_of("a1", file_.name)}, run());
  EXPECT_FALSE(visited.record->is_trusted());
  EXPECT_TRUE(std::holds_alternative<FileToRead>(run().look_up(file_)));
}

TEST_F(LedgerRun, ReadsAFileUnderOneNameOnly) {
  RunLedger one = run();
  one.look_up(file_);
  SourceFile link = file_;
  link.path = link.name = "/archive/b.jsonl";
  EXPECT_TRUE(std::holds_alternative<OtherName>(one.look_up(link)));
}

TEST_F(LedgerRun, AlwaysReadsWhatIsNoRegularFile) {
  SourceFile stream;
  stream.path = stream.name = "-";
  RunLedger one = run();
  EXPECT_TRUE(std::holds_alternative<FileToRead>(one.look_up(stream)));
  EXPECT_TRUE(std::holds_alternative<FileToRead>(one.look_up(stream)));
}

TEST_F(LedgerRun, ReadsAFileAgainForItsTakedownsOnlyWhereTheyAreRestored) {
  take_down("a1");
  visit(file_, {article_of("a1", file_.name)}, run());
  EXPECT_TRUE(std::holds_alternative<UnchangedFile>(run().look_up(file_)));
  LedgerRules restore = rules();
  restore.takedowns = Takedowns::restore;
  EXPECT_TRUE(std::holds_alternative<FileToRead>(run(restore).look_up(file_)));
}

TEST_F(LedgerRun, ForgetsNothingThatAnotherFileOfTheRunGave) {
  RunLedger one = run();
  one.ids().insert(article_key("a1").hash);
  one.ids().insert_rejected(article_key("a2").hash);
  EXPECT_EQ(one.without_met({id_term("a1"), id_term("a2"), id_term("a3")}), std::vector<std::string>{id_term("a3")});
}

using FileVisitTest = LedgerRun;

TEST_F(FileVisitTest, TellsTheFirstArticleOfAnIdFromTheOthers) {
  RunLedger one = run();
  const SourceFile other = file_of("/archive/b.jsonl", 6);
  FileVisit first(one, file_);
  EXPECT_EQ(first.take(article_of("a1", file_.name)).occurrence, Occurrence::first);
  EXPECT_EQ(first.take(article_of("a1", file_.name)).occurrence, Occurrence::repeated);
  const VisitedFile visited = first.close({FileEnd::whole, 7});
  EXPECT_EQ(visited.record->articles, 1U);
  EXPECT_EQ(visited.record->repeated, 1U);
  FileVisit second(one, other);
  EXPECT_EQ(second.take(article_of("a1", other.name)).occurrence, Occurrence::repeated);
  EXPECT_EQ(second.close({FileEnd::whole, 7}).record->articles, 1U);
}

TEST_F(FileVisitTest, KeepsTakedownsOutAndCountsThem) {
  take_down("a1");
  RunLedger one = run();
  FileVisit visit(one, file_);
  EXPECT_EQ(visit.take(article_of("a1", file_.name)).admission, Admission::kept_out);
  EXPECT_EQ(visit.take(article_of("a2", file_.name)).admission, Admission::admitted);
  const VisitedFile visited = visit.close({FileEnd::whole, 7});
  EXPECT_EQ(visited.record->kept_out, 1U);
  EXPECT_EQ(visited.record->articles, 1U);
  EXPECT_TRUE(visited.restored.empty());
}

TEST_F(FileVisitTest, RestoresATakedownOnce) {
  take_down("a1");
  LedgerRules restore = rules();
  restore.takedowns = Takedowns::restore;
  const VisitedFile visited = visit(file_, {article_of("a1", file_.name), article_of("a1", file_.name)}, run(restore));
  EXPECT_EQ(visited.restored, std::vector<std::string>{"a1"});
}

TEST_F(FileVisitTest, TrustsNoFileThatWasCutOrHadARejection) {
  RunLedger one = run();
  EXPECT_FALSE(FileVisit(one, file_).close({FileEnd::cut, 0}).record->is_trusted());
  FileVisit rejected(one, file_);
  rejected.reject(rejected_with("a1"));
  const VisitedFile with_id = rejected.close({FileEnd::whole, 7});
  EXPECT_FALSE(with_id.record->is_trusted());
  EXPECT_TRUE(with_id.knows_all_ids);
  FileVisit nameless(one, file_);
  nameless.reject(rejected_with(""));
  EXPECT_FALSE(nameless.close({FileEnd::whole, 7}).knows_all_ids);
}

TEST_F(FileVisitTest, DoubtsTheFileWhosePathAnArticleNames) {
  visit(file_, {article_of("a1", file_.name)}, run());
  const SourceFile other = file_of("/archive/b.jsonl", 6);
  const VisitedFile visited = visit(other, {article_of("a1", file_.name)}, run());
  EXPECT_EQ(visited.doubted, std::vector<std::string>{path_term(file_.name)});
  EXPECT_FALSE(visited.record->is_trusted());
}

TEST_F(FileVisitTest, FindsArticlesThatOnlyAnotherWayOfReadingGave) {
  Xapian::Document document;
  document.add_boolean_term(id_term("old"));
  document.add_boolean_term(path_term(file_.name));
  database_.add_document(document);
  database_.commit();
  visit(file_, {article_of("old", file_.name)}, run());
  LedgerRules other = rules();
  other.way = reading_way({Format::text, "", "", 0});
  EXPECT_EQ(visit(file_, {article_of("new", file_.name)}, run(other)).lost, std::vector<std::string>{id_term("old")});
}

TEST_F(FileVisitTest, WritesNoRecordThatTheLedgerHas) {
  EXPECT_TRUE(visit(file_, {article_of("a1", file_.name)}, run()).record.has_value());
  EXPECT_FALSE(visit(file_, {article_of("a1", file_.name)}, run()).record.has_value());
}

TEST_F(FileVisitTest, RecordsNothingOfStandardInput) {
  SourceFile stream;
  stream.path = stream.name = "-";
  EXPECT_FALSE(visit(stream, {article_of("a1", "")}, run()).record.has_value());
}

}  // namespace
}  // namespace timbao
