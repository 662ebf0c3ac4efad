// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/write/part.h"

#include <gtest/gtest.h>

#include <deque>
#include <string>

#include "common/store/open_index.h"
#include "tests/temp_directory.h"

namespace timbao {
namespace {

/// Documents of which each takes some bytes of memory until its part is written.
class LargeDocuments {
 public:
  /// One with so many terms that no other has.
  glass::PartDocument next(std::size_t terms) {
    const std::size_t first = names_.size();
    for (std::size_t i = 0; i < terms; ++i) names_.push_back("term" + std::to_string(names_.size()));
    glass::PartDocument document;
    for (std::size_t i = first; i < names_.size(); ++i) document.text_terms.push_back({names_[i], 1});
    return document;
  }

 private:
  std::deque<std::string> names_;
};

/// How many documents the complete parts of a shard hold.
std::size_t complete(PartTree& parts) {
  std::size_t documents = 0;
  for (const std::string& path : parts.finish(kPartsAMerge)) documents += open_database(path).get_doccount();
  return documents;
}

TEST(ShardedWriter, HandsOverTheLargestPartWhereAllTakeTooMuch) {
  const test::TempDirectory directory;
  std::deque<PartTree> parts;
  for (std::size_t shard = 0; shard < 3; ++shard) parts.emplace_back(directory.path().string(), shard);
  LargeDocuments large;
  ShardedWriter writer(parts, 1'000'000);
  for (int i = 0; i < 10; ++i) writer.add(large.next(10), 0);
  for (int i = 0; i < 2; ++i) writer.add(large.next(6'000), 1);
  EXPECT_EQ(complete(parts[0]), 0U);
  EXPECT_EQ(complete(parts[1]), 2U);
  writer.add(large.next(10), 2);
  writer.finish();
  EXPECT_EQ(complete(parts[0]), 10U);
  EXPECT_EQ(complete(parts[1]), 0U);
  EXPECT_EQ(complete(parts[2]), 1U);
}

TEST(PartWriter, HandsOverAPartOfFiveThousandDocuments) {
  const test::TempDirectory directory;
  PartTree parts(directory.path().string());
  glass::Deflater deflater;
  PartWriter writer(parts);
  for (int i = 0; i < 5'001; ++i) writer.add({}, deflater);
  EXPECT_EQ(complete(parts), 5'000U);
  writer.finish();
  EXPECT_EQ(complete(parts), 1U);
}

}  // namespace
}  // namespace timbao
