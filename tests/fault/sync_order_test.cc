// SPDX-License-Identifier: GPL-2.0-or-later
// What a power failure could take away is on the disk before anything points to it, as strace tells.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "tests/fault/fault_index.h"
#include "tests/fault/trace.h"

namespace timbao::test {
namespace {

using Paths = std::vector<std::string>;

/// Applies the events before the one that renames something to `target`, and returns that one. There must be one only.
std::vector<FileEvent>::const_iterator play_until_rename(const std::vector<FileEvent>& events,
                                                         const std::string& target, UnsyncedPaths& unsynced) {
  const auto is_target = [&](const FileEvent& event) { return event.act == FileAct::renamed && event.to == target; };
  EXPECT_EQ(std::count_if(events.begin(), events.end(), is_target), 1);
  const auto found = std::find_if(events.begin(), events.end(), is_target);
  for (auto event = events.begin(); event != found; ++event) unsynced.apply(*event);
  return found;
}

bool is_synced(std::vector<FileEvent>::const_iterator from, std::vector<FileEvent>::const_iterator end,
               const std::string& path) {
  return std::any_of(from, end,
                     [&](const FileEvent& event) { return event.act == FileAct::synced && event.path == path; });
}

/// Looks at each file that the generation has, not at each that the trace names: a file that the trace missed fails.
void expect_every_file_was_synced(std::vector<FileEvent>::const_iterator from,
                                  std::vector<FileEvent>::const_iterator end, const std::string& generation) {
  std::size_t files = 0;
  for (const auto& file : std::filesystem::directory_iterator(generation)) {
    EXPECT_TRUE(is_synced(from, end, file.path())) << file.path();
    ++files;
  }
  EXPECT_GE(files, 3U);
}

class SyncOrder : public testing::TestWithParam<FaultCase> {
 protected:
  SyncOrder() : index_(GetParam()) {}

  FaultIndex index_;
};

TEST_P(SyncOrder, EverythingIsOnTheDiskBeforeItIsTheIndex) {
  if (!has_strace()) GTEST_SKIP() << kNeedsStrace;
  const std::vector<FileEvent> events = traced_events(index_.command());
  const std::vector<std::string> generations = index_.generations();
  const std::string target =
      GetParam().way == Way::aside ? index_.path() + "/XAPIANDB" : generations.front() + "/iamglass";
  UnsyncedPaths unsynced;
  const auto rename = play_until_rename(events, target, unsynced);
  ASSERT_NE(rename, events.end());
  EXPECT_FALSE(unsynced.has(rename->path)) << "what gets the name " << target;
  EXPECT_TRUE(is_synced(rename, events.end(), std::filesystem::path(target).parent_path())) << "the name itself";
  for (const std::string& generation : generations) {
    if (GetParam().way == Way::aside) {
      EXPECT_EQ(unsynced.below(generation), Paths{});
      const auto moved = std::find_if(events.begin(), rename, [&](const auto& one) { return one.to == generation; });
      if (moved == rename && generations.size() > 1) continue;  // a shard that has not changed
      EXPECT_TRUE(is_synced(moved, rename, index_.path())) << "the generation's name";
      expect_every_file_was_synced(events.begin(), rename, generation);
    } else {
      // The folder itself has a new name in it, that of the file to be renamed; Xapian's lock is empty.
      for (const std::string& path : unsynced.below(generation))
        EXPECT_TRUE(path == generation || path == generation + "/flintlock") << path;
      EXPECT_TRUE(is_synced(events.begin(), rename, generation + "/postlist.glass"));
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Each, SyncOrder, testing::ValuesIn(fault_cases()),
                         [](const auto& one) { return one.param.name; });

TEST(SyncOrderOfAFirstIndex, ItsFoldersAreOnTheDiskToo) {
  if (!has_strace()) GTEST_SKIP() << kNeedsStrace;
  const TempDirectory directory;
  const std::string file = directory.write("a.txt", "Họp xã\n\nBà con bàn việc đê.\n");
  const std::string above = directory / "news", index = above + "/index";
  const std::vector<FileEvent> events = traced_events({TIMBAO_INDEX_BIN, "--index", index, "add", file});
  UnsyncedPaths unsynced;
  for (const FileEvent& event : events) unsynced.apply(event);
  EXPECT_FALSE(unsynced.has(above));
  EXPECT_FALSE(unsynced.has(directory.path()));
}

TEST(UnsyncedPaths, TellsWhatWasNotSynced) {
  struct Row {
    std::string trace;
    Paths unsynced;
    std::string why;
  };
  const std::vector<Row> rows{
      {"1 openat(5</d>, \"g/x\", O_RDWR|O_CREAT, 0666) = 6</d/g/x>\n", {"/d/g", "/d/g/x"}, "made: it and its folder"},
      {"1 openat(5</d>, \"g/x\", O_RDONLY) = 6</d/g/x>\n", {}, "only read"},
      {"1 pwrite64(6</d/g/x>, \"\"..., 8192, 0) = 8192\n1 fsync(6</d/g/x>) = 0\n", {}, "synced behind"},
      {"1 fsync(6</d/g/x>) = 0\n1 write(6</d/g/x>, \"\"..., 1) = 1\n", {"/d/g/x"}, "written behind the sync"},
      {"1 write(6</d/b/x>, \"\", 1) = 1\n1 rename(\"/d/b\", \"/d/g\") = 0\n",
       {"/d", "/d/g/x"},
       "moves with its folder"},
      {"1 fdatasync(6</d/x>) = -1 EIO (Input/output error)\n1 unlink(\"/d/x\") = 0\n",
       {"/d"},
       "what failed is not done"},
      {"1 write(6</d/x>, \"\", 1) = 1\n1 fsync(6</d/x> <unfinished ...>\n2 write(7</d/y>, \"\", 1) = 1\n"
       "1 <... fsync resumed>) = 0\n",
       {"/d/y"},
       "two threads"},
  };
  for (const Row& row : rows) {
    UnsyncedPaths unsynced;
    for (const FileEvent& event : file_events(row.trace)) unsynced.apply(event);
    EXPECT_EQ(unsynced.below("/d"), row.unsynced) << row.why;
  }
}

}  // namespace
}  // namespace timbao::test
