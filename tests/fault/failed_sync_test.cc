// SPDX-License-Identifier: GPL-2.0-or-later
// What the system refuses: a sync that fails forbids publishing, whichever it is and whoever asked for it; a failed
// rename or read is told as the machine's trouble, never as another writer or a damaged index.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/fault/fault_index.h"
#include "tests/fault/trace.h"
#include "tests/sanitizer.h"

namespace timbao::test {
namespace {

constexpr int kMostCalls = 400;  // so that no test runs for ever

/// The system calls with which something is synced, and renamed.
class FailedCall : public testing::TestWithParam<FaultCase> {
 protected:
  FailedCall() : index_(GetParam()) {}

  /// Lets the Nth of these calls fail, then the next, until one is asked for that the command does not make. Returns
  /// how many there are.
  int fail_each(const std::string& calls, const std::string& error) const {
    for (int nth = 1; nth < kMostCalls; ++nth) {
      index_.restore();
      const RunResult result = fail(calls, error + ":when=" + std::to_string(nth));
      if (result.status == 0) {
        EXPECT_TRUE(index_.state() == index_.after()) << calls << nth;
        return nth - 1;
      }
      expect_told(result, calls + ' ' + std::to_string(nth));
      const IndexState state = index_.state();
      EXPECT_TRUE(state == index_.before() || state == index_.after()) << calls << nth;
      EXPECT_EQ(index_.indexer({"check"}).status, index_.generations().empty() ? 3 : 0) << calls << nth;
    }
    ADD_FAILURE() << "more than " << kMostCalls << " of " << calls;
    return kMostCalls;
  }

  [[nodiscard]] RunResult fail(const std::string& calls, const std::string& error) const {
    return run_traced(index_.command(), {"-e", "trace=" + calls, "-e", "inject=" + calls + ":error=" + error});
  }

  void expect_told(const RunResult& result, const std::string& what) const {
    EXPECT_EQ(result.status, 5) << what << ": " << result.err;
    EXPECT_EQ(lines_of(result.err).size(), 1U) << what << ": " << result.err;
    // Of a database that cannot be made Xapian gives no reason.
    const bool has_reason = result.err.find("Input/output error") != std::string::npos;
    EXPECT_TRUE(has_reason || result.err.find("Failed to create") != std::string::npos) << what << ": " << result.err;
  }

  FaultIndex index_;
};

TEST_P(FailedCall, ToSyncForbidsToPublish) {
  if (!has_strace()) GTEST_SKIP() << kNeedsStrace;
  EXPECT_GE(fail_each("fdatasync,fsync", "EIO"), 3);
  index_.restore();
  const RunResult all = fail("fdatasync", "EIO");
  expect_told(all, "all of Xapian's");
  EXPECT_TRUE(index_.state() == index_.before());
  EXPECT_EQ(index_.run_command().status, 0);
  expect_done(index_);
}

TEST_P(FailedCall, ToRenameIsTroubleOfTheMachine) {
  if (!has_strace()) GTEST_SKIP() << kNeedsStrace;
  EXPECT_GE(fail_each("rename,renameat,renameat2", "EIO"), 1);
}

INSTANTIATE_TEST_SUITE_P(Each, FailedCall, testing::ValuesIn(fault_cases_of_each_way()),
                         [](const auto& one) { return one.param.name; });

class FailedRead : public testing::Test {
 protected:
  FailedRead() {
    const std::string file = directory_.write("tin.txt", "Tin họp xã\n\nBà con bàn việc đê.\n");
    EXPECT_EQ(run({TIMBAO_INDEX_BIN, "--quiet", "--index", index_, "add", file}).status, 0);
  }

  TempDirectory directory_;
  std::string index_ = directory_ / "index";
};

TEST_F(FailedRead, OfATableIsTroubleOfTheMachineAndNoDamage) {
  if (!has_strace()) GTEST_SKIP() << kNeedsStrace;
  const std::vector<std::vector<std::string>> commands{{TIMBAO_QUERY_BIN, "--index", index_, "tin"},
                                                       {TIMBAO_INDEX_BIN, "--index", index_, "dump"},
                                                       {TIMBAO_INDEX_BIN, "--index", index_, "stats"},
                                                       {TIMBAO_INDEX_BIN, "--index", index_, "compact"}};
  for (const auto& command : commands)
    for (const std::string file : {"/g1/iamglass", "/g1/postlist.glass"}) {
      const RunResult result =
          run_traced(command, {"-P", index_ + file, "-e", "inject=read,pread64,readv,preadv:error=EIO"});
      EXPECT_EQ(result.status, 5) << command[3] << file << ": " << result.err;
      EXPECT_NE(result.err.find("Input/output error"), std::string::npos) << command[3] << file << ": " << result.err;
      EXPECT_EQ(result.err.find("rebuild"), std::string::npos) << command[3] << file << ": " << result.err;
    }
}

TEST_F(FailedRead, FollowsFromNoRoomForDescriptors) {
  if (kHasSanitizer) GTEST_SKIP() << "a sanitizer needs descriptors of its own";
  const std::vector<std::string> command{TIMBAO_INDEX_BIN, "--index", index_, "compact"};
  bool is_done = false;
  for (rlim_t most = 4; most < 60 && !is_done; ++most) {
    RunOptions options;
    options.limits[RLIMIT_NOFILE] = most;
    const RunResult result = run(command, options);
    is_done = result.status == 0;
    EXPECT_TRUE(is_done || result.status == 5 || result.status == 127) << most << ": " << result.err;
    EXPECT_EQ(result.err.find("another process"), std::string::npos) << most << ": " << result.err;
    EXPECT_EQ(result.err.find("damaged"), std::string::npos) << most << ": " << result.err;
  }
  EXPECT_TRUE(is_done);
}

}  // namespace
}  // namespace timbao::test
