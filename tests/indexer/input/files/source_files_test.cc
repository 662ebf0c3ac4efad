// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/files/source_files.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace timbao {
namespace {

SourceFile file_of(const std::string& path, const std::string& name) {
  return {path, name, {path.size(), 1'517'360'460, 1'517'360'461, 7}, path.size() % 3};
}

TEST(SourceFileRow, GivesBackFilesByNameEachOnce) {
  std::vector<SourceFile> files{file_of("b/a.txt", "/x/b/a.txt"),
                                file_of("b/c.txt", "/x/b/c.txt"),
                                file_of("b-a/c.txt", "/x/b-a/c.txt"),
                                file_of("b.txt", "/x/b.txt"),
                                file_of("-", "-"),
                                file_of("/x/r/a", "a"),
                                file_of("/x/\xFF.txt", "/x/\uFFFD.txt"),
                                file_of("/x/" + std::string(70'000, 'l'), std::string(70'000, 'l'))};
  SourceFiles row;
  for (const SourceFile& file : files) row.add(file);
  row.add(files.front());
  row.sort();
  std::sort(files.begin(), files.end(), [](const SourceFile& a, const SourceFile& b) { return a.name < b.name; });
  ASSERT_EQ(row.size(), files.size());
  for (std::size_t at = 0; at < files.size(); ++at) {
    EXPECT_EQ(row[at].name, files[at].name);
    EXPECT_EQ(row[at].path, files[at].path);
    EXPECT_EQ(row[at].device, files[at].device);
    EXPECT_EQ(row[at].stamp, files[at].stamp);
    EXPECT_TRUE(row.contains(files[at].name));
  }
  for (const char* name : {"", "/x/b", "/x/b/", "/x/b/b.txt", "zzz"}) EXPECT_FALSE(row.contains(name)) << name;
}

TEST(SourceFileRow, TakesLittleMemory) {
  SourceFiles row;
  for (int number = 0; number < 10'000; ++number) {
    const std::string name = "/archive/" + std::to_string(number / 1'000) + "/" + std::to_string(number) + ".txt";
    row.add(file_of(name, name));
  }
  EXPECT_LT(row.memory_bytes(), 10'000U * 72);
}

}  // namespace
}  // namespace timbao
