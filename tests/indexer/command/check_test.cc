// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/command/check_command.h"

#include <filesystem>

#include "common/index/schema.h"
#include "common/index/terms.h"
#include "common/store/versions.h"
#include "indexer/command/compact_command.h"
#include "indexer/ledger/ledger.h"
#include "indexer/maintain/check_articles.h"
#include "indexer/write/article_writer.h"
#include "tests/indexer/command/made_index.h"

namespace timbao::test {
namespace {

constexpr std::string_view kLine =
    R"({"id":"a","title":"Đảng bộ xã họp","body":"Bàn ngân sách năm sau.","date":"31/01/2018"})";

/// A database in memory of one document, changed before it goes in.
template <typename Change>
Xapian::WritableDatabase database_of(Change&& change) {
  Xapian::Document document = ArticleWriter().write(article_of(std::string(kLine)));
  change(document);
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  database.add_document(document);
  return database;
}

/// The faults of a database, without the name of the article.
std::vector<std::string> faults_of(const Xapian::Database& database) {
  Faults faults;
  check_articles(database, 1, faults);
  return faults.lines();
}

using Lines = std::vector<std::string>;

TEST(CheckArticles, FindsNothingInASoundIndex) {
  EXPECT_EQ(faults_of(database_of([](Xapian::Document&) {})), Lines{});
  EXPECT_EQ(faults_of(Xapian::WritableDatabase("", Xapian::DB_BACKEND_INMEMORY)), Lines{});
}

TEST(CheckArticles, FindsEveryFlippedBitOfTextAndSequence) {
  const Xapian::Document sound = ArticleWriter().write(article_of(std::string(kLine)));
  for (const auto& [value_slot, fault] : std::vector<std::pair<Xapian::valueno, std::string>>{
           {slot::kText, "the article a has a damaged stored text"},
           {slot::kTokens, "the article a has a damaged token sequence"}}) {
    const std::string value = sound.get_value(value_slot);
    for (std::size_t bit = 0; bit < value.size() * 8; ++bit) {
      const auto database = database_of([&, slot = value_slot](Xapian::Document& document) {
        std::string flipped = value;
        flipped[bit / 8] = static_cast<char>(static_cast<unsigned char>(flipped[bit / 8]) ^ (1U << (bit % 8)));
        document.add_value(slot, flipped);
      });
      const Lines faults = faults_of(database);
      ASSERT_FALSE(faults.empty()) << value_slot << ", bit " << bit;
      EXPECT_EQ(faults.front(), fault) << "bit " << bit;
    }
  }
}

TEST(CheckArticles, FindsWhatIsMissing) {
  for (const Xapian::valueno value_slot :
       {slot::kNewest, slot::kOldest, slot::kTitle, slot::kContentHash, slot::kPlaceInRun, slot::kTokens, slot::kText})
    EXPECT_EQ(faults_of(database_of([&](Xapian::Document& document) { document.remove_value(value_slot); })),
              Lines{"the article a has nothing in slot " + std::to_string(value_slot)});
}

TEST(CheckArticles, FindsWhatDoesNotFollowFromTheText) {
  const Lines terms{"the article a has other terms than its text gives"},
      values{"the article a has other values than its text gives"};
  EXPECT_EQ(faults_of(database_of([](Xapian::Document& d) { d.add_term("dang~91"); })), terms);
  EXPECT_EQ(faults_of(database_of([](Xapian::Document& d) { d.remove_term("dang~93"); })), terms);
  EXPECT_EQ(faults_of(database_of([](Xapian::Document& d) { d.add_term("dang~93", 1); })), terms);
  EXPECT_EQ(faults_of(database_of([](Xapian::Document& d) { d.add_value(slot::kMonth, "201702"); })), values);
  EXPECT_EQ(faults_of(database_of([](Xapian::Document& d) { d.add_value(slot::kCollapse, "12345678"); })), values);
  EXPECT_EQ(faults_of(database_of([](Xapian::Document& d) { d.set_data("more"); })), values);
}

TEST(CheckArticles, FindsIdsThatAreNotOneDocuments) {
  auto twice = database_of([](Xapian::Document&) {});
  twice.add_document(twice.get_document(1));
  EXPECT_EQ(faults_of(twice), Lines{"the article a stands in the index 2 times"});
  EXPECT_EQ(faults_of(database_of([](Xapian::Document& d) { d.remove_term("Qa"); })),
            (Lines{"the document 1 has other terms than its text gives", "of 1 documents 0 stand under an id"}));
  EXPECT_EQ(faults_of(database_of([](Xapian::Document& d) {
              d.remove_term("Qa");
              d.add_boolean_term("Qb");
            })),
            Lines{"the article b has the stored text of another article"});
}

class CheckTest : public SmallArchiveTest {};

TEST_F(CheckTest, FindsNothingInAFreshACompactedAndAGrownIndex) {
  const CommandResult fresh = run_command(run_check, index_);
  EXPECT_EQ(fresh.status, ExitCode::done);
  EXPECT_EQ(fresh.out, "");
  EXPECT_EQ(fresh.err, "checked 7 articles, compared the terms of 7: no faults\n");
  static_cast<void>(run_command(run_compact, index_));
  EXPECT_EQ(run_command(run_check, index_).status, ExitCode::done);
  add_lines(index_, {R"({"id":"an","title":"Khác"})"});
  EXPECT_EQ(run_command(run_check, index_).status, ExitCode::done);
}

TEST_F(CheckTest, IsALineForEachFaultAndSaysWhatToDo) {
  auto database = writable(index_);
  Xapian::Document document = database.get_document(*database.postlist_begin(id_term("an")));
  document.add_value(slot::kText, "x");
  database.replace_document(document.get_docid(), document);
  database.commit();
  const CommandResult result = run_command(run_check, index_);
  EXPECT_EQ(result.status, ExitCode::index_failed);
  EXPECT_EQ(result.err, "timbao-index: " + index_ +
                            ": the article an has a damaged stored text; save what can be read with: timbao-index "
                            "dump; make it anew of its sources with: timbao-index add --rebuild PATH...\n");
}

TEST_F(CheckTest, FindsAFileOfWhichArticlesAreMissing) {
  FileRecord record;
  record.name = "/bao/dang.txt";
  record.stamp.changed_ns = 1;
  record.articles = 1;
  auto database = writable(index_);
  database.set_metadata(seen_key(record.name), encode_record(record));
  database.commit();
  EXPECT_EQ(run_command(run_check, index_).status, ExitCode::done);
  record.articles = 2;
  database.set_metadata(seen_key(record.name), encode_record(record));
  database.commit();
  const CommandResult result = run_command(run_check, index_);
  EXPECT_EQ(result.status, ExitCode::index_failed);
  EXPECT_NE(result.err.find(": the file /bao/dang.txt gave 2 articles, and the index holds 1 of it;"),
            std::string::npos)
      << result.err;
}

TEST_F(CheckTest, TellsNoMoreThanTwentyLines) {
  std::vector<std::string> lines;
  for (int i = 0; i < 40; ++i) lines.push_back(R"({"id":"b)" + std::to_string(i) + R"(","title":"Tin"})");
  add_lines(index_, lines);
  auto database = writable(index_);
  for (Xapian::docid number = 1; number <= database.get_lastdocid(); ++number) {
    Xapian::Document document = database.get_document(number);
    document.remove_value(slot::kTitle);
    database.replace_document(number, document);
  }
  database.commit();
  const std::vector<std::string> told = lines_of(run_command(run_check, index_).err);
  ASSERT_EQ(told.size(), 20U);
  EXPECT_EQ(told.back(), "timbao-index: " + index_ + ": 28 more faults");
}

TEST_F(CheckTest, NamesTheTableThatIsDamaged) {
  const std::string table = index_ + "/g1/termlist.glass";
  std::string bytes = read_file(table);
  for (std::size_t at = 8192; at < bytes.size(); at += 8192) bytes.replace(at, 64, 64, '\xA5');
  static_cast<void>(directory_.write("index/g1/termlist.glass", bytes));
  const CommandResult result = run_command(run_check, index_);
  EXPECT_EQ(result.status, ExitCode::index_failed);
  ASSERT_EQ(lines_of(result.err).size(), 1U) << result.err;
  EXPECT_NE(result.err.find("the table termlist is damaged"), std::string::npos) << result.err;
}

TEST_F(CheckTest, IsRefusedWhileAnotherWritesAndOfAnotherVersion) {
  {
    const WriterLock lock(index_);
    EXPECT_EQ(error_of(run_check, index_).code(), ExitCode::locked);
  }
  auto database = writable(index_);
  database.set_metadata(std::string(IndexVersion::kFoldKey), "0");
  database.commit();
  EXPECT_EQ(error_of(run_check, index_).code(), ExitCode::index_failed);
  const std::string none = directory_ / "none";
  EXPECT_EQ(error_of(run_check, none).code(), ExitCode::index_failed);
  EXPECT_FALSE(std::filesystem::exists(none));
}

}  // namespace
}  // namespace timbao::test
