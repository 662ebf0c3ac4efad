// SPDX-License-Identifier: GPL-2.0-or-later
// The guard's self-test in whole programs: one whose guard works, and one in which libxapian does not see it.
#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "tests/cli/process.h"
#include "tests/damage/small_index.h"

namespace timbao::test {
namespace {

RunResult run_query(const std::string& program, const std::string& index) {
  return run({program, "--index", index, "--format", "ids", "đảng"});
}

/// The program that tests/CMakeLists.txt links without the guard's symbols, beside that of the tests.
std::string unguarded_query() {
  return std::filesystem::read_symlink("/proc/self/exe").replace_filename("unguarded_query").string();
}

TEST(GuardSelfTest, SaysNothingWhereTheGuardWorks) {
  const SmallIndex index;
  EXPECT_EQ(run_query(TIMBAO_QUERY_BIN, index.path()).err, "");
}

TEST(GuardSelfTest, WarnsOnceAndGoesOnWhereXapianReadsInAnotherWay) {
  const SmallIndex index;
  const RunResult guarded = run_query(TIMBAO_QUERY_BIN, index.path());
  const RunResult unguarded = run_query(unguarded_query(), index.path());
  EXPECT_EQ(unguarded.status, guarded.status);
  EXPECT_EQ(unguarded.out, guarded.out) << "the answer is the same";
  ASSERT_EQ(lines_of(unguarded.err).size(), 1U) << unguarded.err;
  EXPECT_EQ(unguarded.err.find("warning: blocks of the index are not checked for damage"), 0U) << unguarded.err;
}

}  // namespace
}  // namespace timbao::test
