// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/front/prompt/history_file.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <map>

#include "common/base/error.h"
#include "tests/temp_directory.h"

namespace timbao {
namespace {

std::string path_with(const std::map<std::string, std::string>& variables) {
  return history_path([&](const char* name) {
    const auto found = variables.find(name);
    return found == variables.end() ? std::string() : found->second;
  });
}

mode_t mode_of(const std::string& path) {
  struct stat found {};
  EXPECT_EQ(::stat(path.c_str(), &found), 0) << path;
  return found.st_mode & 0777U;
}

TEST(HistoryFile, StandsInTheFolderForStates) {
  EXPECT_EQ(path_with({{"XDG_STATE_HOME", "/s"}, {"HOME", "/h"}}), "/s/timbao/history");
  EXPECT_EQ(path_with({{"XDG_STATE_HOME", "relative"}, {"HOME", "/h"}}), "/h/.local/state/timbao/history");
  EXPECT_EQ(path_with({{"HOME", "/h"}}), "/h/.local/state/timbao/history");
  EXPECT_EQ(path_with({}), "");
}

TEST(HistoryFile, IsMadeSoThatNobodyElseReadsIt) {
  const test::TempDirectory directory;
  const std::string file = directory / "a/timbao/history";
  prepare_history_file(file);
  EXPECT_EQ(mode_of(file), 0600U);
  EXPECT_EQ(mode_of(directory / "a/timbao"), 0700U);
  const std::string open = directory.write("open", "đảng\n");
  ASSERT_EQ(::chmod(open.c_str(), 0644), 0);
  prepare_history_file(open);
  EXPECT_EQ(mode_of(open), 0600U);
  EXPECT_EQ(test::read_file(open), "đảng\n");
}

TEST(HistoryFile, IsRefusedWhereItIsNoFile) {
  const test::TempDirectory directory;
  EXPECT_THROW(prepare_history_file(directory.path().string()), Error);
  EXPECT_THROW(prepare_history_file("/dev/null"), Error);
  EXPECT_THROW(prepare_history_file(directory.write("file", "") + "/timbao/history"), Error);
}

}  // namespace
}  // namespace timbao
