// SPDX-License-Identifier: GPL-2.0-or-later
// Two writers of one index.
#include <gtest/gtest.h>

#include <unistd.h>

#include <filesystem>
#include <string>

#include "tests/cli/archive_fixture.h"

namespace timbao::test {
namespace {

namespace fs = std::filesystem;

class IndexWriters : public ArchiveTest {};

TEST_F(IndexWriters, ASecondWriterIsRefusedAndToldWhoWrites) {
  RunningProgram first({TIMBAO_INDEX_BIN, "--index", index_, "add", "-"});
  first.write("{\"id\":\"a\",\"title\":\"Một\"}\n");
  while (!fs::exists(index_ + "/lock") || read_file(index_ + "/lock").empty()) ::usleep(1'000);
  RunOptions input;
  input.input = R"({"title":"Hai"})";
  const RunResult second = command({"add", "-"}, input);
  EXPECT_EQ(second.status, 4);
  EXPECT_NE(second.err.find("process " + std::to_string(first.pid())), std::string::npos) << second.err;
  EXPECT_EQ(lines_of(second.err).size(), 1U);
  EXPECT_EQ(first.finish("{\"id\":\"b\",\"title\":\"Hai\"}\n").status, 0);
  EXPECT_EQ(lines_of(dump()).size(), 2U);
}

TEST_F(IndexWriters, WaitsForAnotherWriterAsLongAsItIsAskedTo) {
  RunningProgram first({TIMBAO_INDEX_BIN, "--index", index_, "add", "-"});
  first.write("{\"id\":\"a\",\"title\":\"Một\"}\n");
  while (!fs::exists(index_ + "/lock") || read_file(index_ + "/lock").empty()) ::usleep(1'000);
  RunOptions input;
  input.input = "{\"id\":\"b\",\"title\":\"Hai\"}\n";
  const RunResult refused = command({"add", "--wait=1", "-"}, input);
  EXPECT_EQ(refused.status, 4);
  EXPECT_NE(refused.err.find("process " + std::to_string(first.pid()) + " (since 20"), std::string::npos)
      << refused.err;
  RunningProgram second({TIMBAO_INDEX_BIN, "--index", index_, "add", "--wait=60", "-"});
  ::usleep(200'000);
  EXPECT_EQ(first.finish().status, 0);
  EXPECT_EQ(second.finish(input.input).status, 0);
  EXPECT_TRUE(holds("Một") && holds("Hai"));
}

}  // namespace
}  // namespace timbao::test
