// SPDX-License-Identifier: GPL-2.0-or-later
// On a full disk every command says so on one line with status 5, and the index stays as it was.
#include <gtest/gtest.h>

#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <string>

#include "tests/fault/fault_index.h"
#include "tests/fault/small_disk.h"
#include "tests/sanitizer.h"

namespace timbao::test {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kSteps = kHasSanitizer ? 4 : 8, kPageBytes = 4'096;

class FullDisk : public testing::TestWithParam<FaultCase> {
 protected:
  FullDisk() : index_(GetParam()) {}

  /// Runs the command on the index as it was before; whether it was refused, and if so, as it should be.
  bool is_refused(const std::string& reason, std::uint64_t room, RunOptions options = {}) const {
    // Xapian 1.4.22 forgets some memory of its own where a write fails.
    options.environment["LSAN_OPTIONS"] = "print_suppressions=0:suppressions=" + suppressions_;
    index_.restore();
    const std::vector<std::string> names = index_.names();
    const RunResult result = index_.run_command(options);
    if (result.status == 0) {
      EXPECT_TRUE(index_.state() == index_.after()) << room;
      return false;
    }
    EXPECT_EQ(result.status, 5) << room << ": " << result.err;
    EXPECT_EQ(lines_of(result.err).size(), 1U) << room << ": " << result.err;
    for (const std::string& part :
         {std::string("timbao-index: "), index_.path(), reason, std::string("; check the disk's space")})
      EXPECT_NE(result.err.find(part), std::string::npos) << room << ": " << part << " is not in " << result.err;
    EXPECT_EQ(index_.names(), names) << room << ": nothing is left over";
    EXPECT_TRUE(index_.state() == index_.before()) << room;
    return true;
  }

  FaultIndex index_;

 private:
  TempDirectory directory_;
  std::string suppressions_ = directory_.write("suppressions", "leak:libxapian\n");
};

/// The largest file that the command writes, or adds to.
std::uint64_t largest_file(const FaultIndex& index) {
  EXPECT_EQ(index.run_command().status, 0);
  std::uint64_t largest = 0;
  for (const std::string& generation : index.generations())
    for (const auto& file : fs::directory_iterator(generation))
      largest = std::max<std::uint64_t>(largest, file.file_size());
  return largest;
}

TEST_P(FullDisk, FilesThatMayNotGrowAreToldAndLeaveTheIndexAsItWas) {
  const std::uint64_t largest = largest_file(index_);
  std::uint64_t refused = 0;
  for (std::uint64_t step = 0; step < kSteps; ++step) {
    RunOptions options;
    options.limits[RLIMIT_FSIZE] = largest * step / kSteps + 1;
    if (is_refused("File too large", options.limits[RLIMIT_FSIZE], options)) ++refused;
  }
  EXPECT_GE(refused, kSteps / 2);
  index_.restore();
  EXPECT_EQ(index_.run_command().status, 0);
  expect_done(index_);
}

/// What the files of a folder take on a small disk, which keeps whole pages.
std::uint64_t pages_below(const std::string& folder) {
  std::uint64_t pages = 0;
  if (!fs::exists(folder)) return pages;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file()) pages += (entry.file_size() + kPageBytes - 1) / kPageBytes;
  return pages;
}

TEST_P(FullDisk, ASmallFileSystemIsToldAndLeavesTheIndexAsItWas) {
  constexpr int kDoublings = 10;
  const std::uint64_t before = pages_below(index_.path());
  int refused = 0;
  for (int step = 0; step < kDoublings; ++step) {
    const std::uint64_t room = (before + (std::uint64_t{1} << step)) * kPageBytes;
    const SmallDisk disk(index_.disk(), room);
    if (disk.error() != 0) GTEST_SKIP() << "a file system cannot be mounted here: " << std::strerror(disk.error());
    if (!is_refused("No space left on device", room)) break;
    ++refused;
  }
  EXPECT_GE(refused, 3);
}

INSTANTIATE_TEST_SUITE_P(Each, FullDisk, testing::ValuesIn(fault_cases()),
                         [](const auto& one) { return one.param.name; });

}  // namespace
}  // namespace timbao::test
