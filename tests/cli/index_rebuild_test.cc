// SPDX-License-Identifier: GPL-2.0-or-later
// An index that is made anew, and swapped for the old one.
#include <gtest/gtest.h>

#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <string>

#include "tests/cli/archive_fixture.h"

namespace timbao::test {
namespace {

namespace fs = std::filesystem;

class IndexRebuild : public ArchiveTest {};

TEST_F(IndexRebuild, RebuildMakesAnIndexOfExactlyTheGivenPaths) {
  const std::string a = write_article("a.txt", "Tin a"), b = write_article("b.txt", "Tin b");
  static_cast<void>(add());
  EXPECT_EQ(command({"remove", b}).status, 0);
  fs::remove(a);
  static_cast<void>(write_article("c.txt", "Tin c"));
  EXPECT_EQ(add({"--rebuild"}), summary(1, 0, 0) + "kept out 1 that were removed; --restore takes them back\n");
  EXPECT_FALSE(holds("Tin a"));
  EXPECT_TRUE(fs::exists(index_ + "/g2"));
  EXPECT_EQ(add(), summary(0, 0, 1) + "kept out 1 that were removed; --restore takes them back\n")
      << "its ledger is new";
  expect_sound();
}

TEST_F(IndexRebuild, RebuildWithoutPathsMakesAnEqualIndex) {
  static_cast<void>(write_lines("a.jsonl", {"x", "y", "z"}));
  static_cast<void>(write_article("a.txt", "Tin a"));
  static_cast<void>(add());
  EXPECT_EQ(command({"remove", "y"}).status, 0);
  static_cast<void>(add());
  const std::string before = dump();
  EXPECT_EQ(command({"add", "--rebuild"}).status, 0);
  EXPECT_EQ(dump(), before);
  EXPECT_TRUE(fs::exists(index_ + "/g2"));
  EXPECT_EQ(add(), summary(0, 0, 3) + "kept out 1 that were removed; --restore takes them back\n");
  expect_sound();
}

TEST_F(IndexRebuild, ARebuildOfNothingLeavesTheIndexAsItWas) {
  static_cast<void>(write_article("a.txt", "Tin a"));
  static_cast<void>(add());
  const std::string before = dump();
  const RunResult result = command({"add", "--rebuild", directory_ / "none"});
  EXPECT_EQ(result.status, 1);
  EXPECT_NE(result.err.find("there was no article to rebuild the index from: it is as it was"), std::string::npos);
  EXPECT_EQ(dump(), before);
}

TEST_F(IndexRebuild, AnInterruptedRebuildLeavesTheIndexAsItWas) {
  static_cast<void>(write_article("a.txt", "Tin a"));
  static_cast<void>(add());
  const std::string before = dump();
  RunningProgram program({TIMBAO_INDEX_BIN, "--index", index_, "add", "--rebuild", "-"});
  program.write("{\"id\":\"b\",\"title\":\"Một\"}\n");
  ::usleep(300'000);  // until it waits for more
  program.signal(SIGINT);
  ::usleep(300'000);
  const RunResult result = program.finish();
  EXPECT_EQ(result.status, 130);
  EXPECT_EQ(lines_of(result.err).back(), "timbao-index: interrupted: the index is as it was");
  EXPECT_EQ(dump(), before);
}

}  // namespace
}  // namespace timbao::test
