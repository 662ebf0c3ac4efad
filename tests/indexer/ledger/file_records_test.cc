// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/ledger/file_records.h"

#include <gtest/gtest.h>

#include <limits>
#include <vector>

namespace timbao {
namespace {

std::vector<FileRecord> all_of(const FileRecords& records) {
  std::vector<FileRecord> all;
  records.for_each([&](const FileRecord& record) { all.push_back(record); });
  return all;
}

TEST(FileRecordRow, GivesBackWhatWasAdded) {
  FileRecord greatest;
  greatest.name = std::string(5'000, 'x');
  greatest.stamp = {std::numeric_limits<std::uint64_t>::max(), std::numeric_limits<std::int64_t>::min(), -1, 1};
  greatest.settings = greatest.root = greatest.articles = greatest.kept_out = std::numeric_limits<std::uint64_t>::max();
  FileRecord usual;
  usual.name = "/archive/2018/a.txt";
  usual.stamp = {1'234, 1'517'360'460'000'000'001, 1'517'360'460'000'000'002, 77};
  usual.content = 5;
  usual.way = 6;
  FileRecord next = usual;
  next.name = "/archive/2018/b.txt";
  next.articles = 3;
  const std::vector<FileRecord> expected{usual, next, greatest, FileRecord{}, next, next};
  FileRecords records;
  EXPECT_TRUE(records.empty());
  for (const FileRecord& record : expected) records.add(record);
  EXPECT_FALSE(records.empty());
  EXPECT_EQ(all_of(records), expected);
  EXPECT_EQ(all_of(FileRecords{usual, greatest}), (std::vector<FileRecord>{usual, greatest}));
}

}  // namespace
}  // namespace timbao
