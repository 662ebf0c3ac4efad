// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/write/merge.h"

#include <gtest/gtest.h>
#include <xapian.h>

#include "tests/temp_directory.h"

namespace timbao {
namespace {

void write_part(PartTree& parts, const std::string& text) {
  const std::string path = parts.new_path();
  {
    Xapian::WritableDatabase database(path, Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_NO_SYNC);
    Xapian::Document document;
    document.set_data(text);
    document.add_boolean_term("Q" + text);
    database.add_document(document);
    database.commit();
  }
  parts.add(path);
}

TEST(PartTree, HoldsEverythingInAFewParts) {
  const test::TempDirectory directory;
  PartTree parts(directory.path().string());
  constexpr std::size_t kParts = 2 * kPartsAMerge + 5;
  for (std::size_t i = 0; i < kParts; ++i) write_part(parts, std::to_string(i));
  const std::vector<std::string> left = parts.finish(3);
  EXPECT_EQ(left.size(), 3U);
  const std::string merged = directory / "merged";
  merge_databases(left, merged);
  const Xapian::Database database(merged);
  EXPECT_EQ(database.get_doccount(), kParts);
  for (std::size_t i = 0; i < kParts; ++i) EXPECT_EQ(database.get_termfreq("Q" + std::to_string(i)), 1U) << i;
}

TEST(PartTree, IsEmptyWithoutParts) { EXPECT_TRUE(PartTree("nowhere").finish(5).empty()); }

TEST(MergeDatabases, KeepsTheDocumentsInOrder) {
  const test::TempDirectory directory;
  PartTree parts(directory.path().string());
  for (const char* text : {"a", "b", "c"}) write_part(parts, text);
  merge_databases(parts.finish(10), directory / "merged");
  const Xapian::Database database(directory / "merged");
  EXPECT_EQ(
      database.get_document(1).get_data() + database.get_document(2).get_data() + database.get_document(3).get_data(),
      "abc");
}

}  // namespace
}  // namespace timbao
