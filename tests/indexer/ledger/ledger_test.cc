// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/ledger/ledger.h"

#include <gtest/gtest.h>

#include "common/index/terms.h"
#include "tests/temp_directory.h"

namespace timbao {
namespace {

FileRecord record_of(const std::string& name) {
  FileRecord record;
  record.name = name;
  record.stamp = {1'234, 1'517'360'460'000'000'001, 1'517'360'460'000'000'002, 77};
  record.content = 9;
  record.way = 4;
  record.repeated = 2;
  record.settings = 18'446'744'073'709'551'615U;
  record.root = 5;
  record.articles = 3;
  record.kept_out = 1;
  return record;
}

class LedgerTest : public testing::Test {
 protected:
  void write(const LedgerChanges& changes) {
    Xapian::WritableDatabase database(path_, Xapian::DB_CREATE_OR_OPEN);
    write_ledger(changes, database);
    database.commit();
  }
  [[nodiscard]] Ledger ledger() const { return Ledger(Xapian::Database(path_)); }

  test::TempDirectory directory_;
  std::string path_ = directory_ / "database";
};

TEST(FileRecords, AreReadBackAsTheyWereWritten) {
  FileRecord before_1970 = record_of("a b\nc");
  before_1970.stamp.changed_ns = -5;
  for (const FileRecord& record : {record_of("/archive/a.txt"), record_of(""), FileRecord{}, before_1970})
    EXPECT_EQ(decode_record(encode_record(record)), record) << record.name;
}

TEST(FileRecords, AreNothingWhereTheyCannotBeRead) {
  for (const char* bytes : {"", "x", "1", "1 2 3 4 5 6", "1 2 3 4 5 6 7", "1 2 3 4 5 -6 7 a", "99999999999999999999 2"})
    EXPECT_FALSE(decode_record(bytes).has_value()) << bytes;
}

TEST(FileRecords, OfAnOlderProgramAreOfAnotherWay) {
  const auto record = decode_record("1234 1517360460000000001 77 18446744073709551615 5 3 1 /archive/v2 a.txt");
  ASSERT_TRUE(record.has_value());
  EXPECT_EQ(record->name, "/archive/v2 a.txt");
  EXPECT_EQ(record->stamp.inode, 77U);
  EXPECT_EQ(record->articles, 3U);
  EXPECT_EQ(record->way, 0U);
}

TEST_F(LedgerTest, KnowsTheFileOfAnInode) {
  FileRecord other = record_of("/x/b.txt");
  other.stamp.inode = 78;
  write({{record_of("/x/a.txt"), other}, {}, {}, {}, {}});
  EXPECT_EQ(ledger().file_with(77), record_of("/x/a.txt"));
  EXPECT_EQ(ledger().file_with(78), other);
  EXPECT_FALSE(ledger().file_with(79).has_value());
  write({{}, {"/x/a.txt"}, {}, {}, {}});
  EXPECT_FALSE(ledger().file_with(77).has_value());
}

TEST_F(LedgerTest, RemembersFilesAndMarks) {
  const std::string long_name = "/" + std::string(500, 'a') + "/b.txt";
  write({{record_of("/x/a.txt"), record_of(long_name)}, {}, {}, {"id1", std::string(500, 'i')}, {}});
  EXPECT_EQ(ledger().file("/x/a.txt"), record_of("/x/a.txt"));
  EXPECT_EQ(ledger().file(long_name), record_of(long_name));
  EXPECT_FALSE(ledger().file("/x/b.txt").has_value());
  EXPECT_TRUE(ledger().is_removed("id1"));
  EXPECT_TRUE(ledger().is_removed(std::string(500, 'i')));
  EXPECT_FALSE(ledger().is_removed("id2"));
  EXPECT_EQ(ledger().count_removed(), 2U);
}

TEST_F(LedgerTest, ForgetsWhatItIsToForget) {
  write({{record_of("/x/a.txt"), record_of("/x/b.txt")}, {}, {}, {"id1"}, {}});
  write({{}, {"/x/a.txt"}, {}, {}, {"id1"}});
  EXPECT_FALSE(ledger().file("/x/a.txt").has_value());
  EXPECT_TRUE(ledger().file("/x/b.txt").has_value());
  EXPECT_FALSE(ledger().is_removed("id1"));
}

TEST_F(LedgerTest, TrustsNoFileThatIsDoubted) {
  write({{record_of("/x/a.txt")}, {}, {path_term("/x/a.txt"), path_term("/none")}, {}, {}});
  ASSERT_TRUE(ledger().file("/x/a.txt").has_value());
  EXPECT_FALSE(ledger().file("/x/a.txt")->is_trusted());
  EXPECT_FALSE(ledger().file("/none").has_value());
}

TEST_F(LedgerTest, ListsFilesBelowAPrefixHoweverLongItIs) {
  const std::string folder = "/" + std::string(300, 'd') + "/";
  write({{record_of("/x/a"), record_of("/x/b"), record_of("/y/a"), record_of(folder + "a")}, {}, {}, {}, {}});
  const auto names_below = [&](const std::string& prefix) {
    std::vector<std::string> names;
    ledger().for_each_file(prefix, [&](const FileRecord& record) { names.push_back(record.name); });
    return names;
  };
  EXPECT_EQ(names_below("/x/"), (std::vector<std::string>{"/x/a", "/x/b"}));
  EXPECT_EQ(names_below(folder), std::vector<std::string>{folder + "a"});
  EXPECT_EQ(names_below("").size(), 4U);
}

TEST_F(LedgerTest, IsCopiedWholeOrOnlyItsMarks) {
  write({{record_of("/x/a")}, {}, {}, {"id1"}, {}});
  for (const KeptLedger kept : {KeptLedger::takedowns, KeptLedger::all}) {
    Xapian::WritableDatabase to(directory_ / "copy", Xapian::DB_CREATE_OR_OVERWRITE);
    copy_ledger(Xapian::Database(path_), kept, to);
    to.commit();
    const Ledger copy(to);
    EXPECT_TRUE(copy.is_removed("id1"));
    EXPECT_EQ(copy.file("/x/a").has_value(), kept == KeptLedger::all);
  }
}

TEST(Ledgers, OfNoIndexAreEmpty) {
  const test::TempDirectory directory;
  const Ledger ledger = open_ledger(directory / "none");
  EXPECT_FALSE(ledger.file("/a").has_value());
  EXPECT_FALSE(ledger.is_removed("a"));
  EXPECT_EQ(ledger.count_removed(), 0U);
  EXPECT_EQ(ledger.count_articles("/a"), 0U);
}

}  // namespace
}  // namespace timbao
