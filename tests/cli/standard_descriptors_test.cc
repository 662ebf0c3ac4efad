// SPDX-License-Identifier: GPL-2.0-or-later
// Standard descriptors that are closed: reading finds the end, writing fails, and no file of an index gets their
// number.
#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "tests/cli/process.h"

namespace timbao::test {
namespace {

struct Row {
  std::string command;  ///< "I": timbao-index on the index, "Q": timbao-query on it
  int status;
  std::string said;  ///< on standard error, where that is open
};

class ClosedDescriptors : public testing::Test {
 protected:
  void SetUp() override {
    const std::string file = directory_.write("tin.txt", "Tin họp xã\n\nBà con bàn việc đê.\n");
    ASSERT_EQ(run({TIMBAO_INDEX_BIN, "--index", index_, "add", file}).status, 0);
  }

  [[nodiscard]] RunResult shell(const std::string& command) const {
    const std::string programs =
        "index=$0; indexer=$1; query=$2; "
        "I() { \"$indexer\" --index \"$index\" \"$@\"; }; Q() { \"$query\" --index \"$index\" \"$@\"; }; ";
    return run({"sh", "-c", programs + command, index_, TIMBAO_INDEX_BIN, TIMBAO_QUERY_BIN});
  }

  TempDirectory directory_;
  std::string index_ = directory_ / "index";
};

TEST_F(ClosedDescriptors, AreNeverTakenByAFileOfTheIndex) {
  const std::vector<Row> rows{
      {"I dump >&-", 5, "standard output: Bad file descriptor"},
      {"I stats >&-", 5, "standard output: Bad file descriptor"},
      {"I stats <&- >&-", 5, "standard output: Bad file descriptor"},
      {"Q tin >&-", 5, "standard output: Bad file descriptor"},
      {"Q --batch >&- <<X\ntin\nX", 5, "standard output: Bad file descriptor"},
      {"Q --batch <&-", 0, ""},
      {"I add - <&-", 1, "holds no text"},
      {"I remove nobody 2>&-", 1, ""},
      {"I check 2>&-", 0, ""},
      {"I compact <&- >&- 2>&-", 0, ""},
      {"I dump >&- 2>&-", 5, ""},
      {"Q khong 2>&- >&-", 5, ""},
      {"I --nonsense 2>&-", 2, ""},
      {"index=/nowhere; Q tin 2>&- <&-", 3, ""},
  };
  for (const Row& row : rows) {
    const RunResult result = shell(row.command);
    EXPECT_EQ(result.status, row.status) << row.command << ": " << result.err;
    EXPECT_NE(result.err.find(row.said), std::string::npos) << row.command << ": " << result.err;
    EXPECT_EQ(result.out, "") << row.command;
    EXPECT_LE(read_file(index_ + "/lock").size(), 32U) << row.command << ": the lock got what was printed";
    EXPECT_EQ(run({TIMBAO_INDEX_BIN, "--quiet", "--index", index_, "check"}).status, 0) << row.command;
  }
}

}  // namespace
}  // namespace timbao::test
