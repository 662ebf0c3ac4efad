// SPDX-License-Identifier: GPL-2.0-or-later
// A table that somebody cuts short while a reader has it open.
#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "common/store/index_folder.h"
#include "tests/cli/process.h"
#include "tests/damage/small_index.h"

namespace timbao::test {
namespace {

constexpr std::size_t kBlock = 8192, kPage = 4096;

TEST(CutShort, UnderAnOpenBatchIsOneLineAndStatus3) {
  for (const std::size_t left : {std::size_t{0}, std::size_t{100}, kPage, kBlock, kBlock + 100, kBlock + kPage + 100}) {
    const SmallIndex index;
    const std::string table = existing_generation_path(index.path()) + "/postlist.glass";
    ASSERT_GT(std::filesystem::file_size(table), left);
    RunningProgram program({TIMBAO_QUERY_BIN, "--index", index.path(), "--batch"});
    program.write("dang\nxa\n");
    EXPECT_NE(program.read_line().find("\"hits\""), std::string::npos);
    EXPECT_NE(program.read_line().find("\"hits\""), std::string::npos);
    std::filesystem::resize_file(table, left);
    const RunResult result = program.finish("dang\nđảng bộ\n\"ngân sách\"\nxã\n");
    EXPECT_EQ(result.status, 3) << left;
    EXPECT_EQ(result.err.find("timbao-query: " + index.path() + ": "), 0U) << result.err;
    EXPECT_EQ(lines_of(result.err).size(), 1U) << result.err;
  }
}

}  // namespace
}  // namespace timbao::test
