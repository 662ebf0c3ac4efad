// SPDX-License-Identifier: GPL-2.0-or-later
// Articles that are taken down, and stay so.
#include <gtest/gtest.h>

#include <filesystem>

#include "tests/cli/archive_fixture.h"

namespace timbao::test {
namespace {

namespace fs = std::filesystem;

class IndexRemove : public ArchiveTest {};

TEST_F(IndexRemove, ARemovedArticleStaysOutUntilItIsRestored) {
  const std::string a = write_article("a.txt", "Tin a");
  static_cast<void>(write_article("b.txt", "Tin b"));
  static_cast<void>(add());
  RunResult result = command({"remove", a});
  EXPECT_EQ(result.status, 0);
  EXPECT_EQ(result.err, "removed 1\n");
  EXPECT_FALSE(holds("Tin a"));
  const std::string kept_out = summary(0, 0, 1) + "kept out 1 that were removed; --restore takes them back\n";
  EXPECT_EQ(add(), kept_out);
  EXPECT_EQ(add(), kept_out) << "also where the file is not opened";
  static_cast<void>(write_article("a.txt", "Tin a đã sửa", kLongAgo + 3));
  EXPECT_EQ(add(), kept_out) << "also where it changed";
  expect_sound();
  EXPECT_EQ(add({"--restore"}), summary(1, 0, 1));
  EXPECT_TRUE(holds("Tin a đã sửa"));
  EXPECT_EQ(add(), summary(0, 0, 2));
  expect_sound();
}

TEST_F(IndexRemove, AnUnknownIdIsReportedAndKeptOutWhenItComes) {
  static_cast<void>(write_lines("a.jsonl", {"x"}));
  static_cast<void>(add());
  const RunResult result = command({"remove", "y", "x", "y"});
  EXPECT_EQ(result.status, 1);
  EXPECT_EQ(result.err, "timbao-index: y: no article has this id; it is kept out from now on\nremoved 1\n");
  static_cast<void>(write_lines("a.jsonl", {"x", "y", "z"}, kLongAgo + 1));
  EXPECT_EQ(add(), summary(1, 0, 0) + "kept out 2 that were removed; --restore takes them back\n");
  EXPECT_EQ(run({TIMBAO_INDEX_BIN, "--index", directory_ / "none", "remove", "x"}).status, 3);
  EXPECT_FALSE(fs::exists(directory_ / "none"));
}

}  // namespace
}  // namespace timbao::test
