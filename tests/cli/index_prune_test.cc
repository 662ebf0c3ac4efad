// SPDX-License-Identifier: GPL-2.0-or-later
// What --prune forgets of an archive, and what it does not.
#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "tests/cli/archive_fixture.h"

namespace timbao::test {
namespace {

namespace fs = std::filesystem;

class IndexPrune : public ArchiveTest {};

TEST_F(IndexPrune, PruneForgetsFilesThatAreGone) {
  for (int i = 0; i < 20; ++i) static_cast<void>(write_article(std::to_string(i) + ".txt", "Tin " + std::to_string(i)));
  static_cast<void>(add());
  fs::remove(archive_ + "/3.txt");
  EXPECT_EQ(add(), summary(0, 0, 19)) << "without --prune it stays";
  EXPECT_TRUE(holds("\"Tin 3\""));
  EXPECT_EQ(add({"--prune"}), summary(0, 0, 19, 1));
  EXPECT_FALSE(holds("\"Tin 3\""));
  EXPECT_EQ(add({"--prune"}), summary(0, 0, 19));
  const std::string passed_over =
      ", passed over 1\ntimbao-index: passed over: files and folders that --exclude names: 1\n";
  std::string told = add({"--exclude=4.txt"});
  EXPECT_NE(told.find("4.txt: warning: left_behind: 1 articles"), std::string::npos) << told;
  EXPECT_TRUE(holds("\"Tin 4\"")) << "without --prune it stays, and that is said";
  told = add({"--prune", "--exclude=4.txt"});
  EXPECT_EQ(told, summary(0, 0, 18, 1).substr(0, summary(0, 0, 18, 1).size() - 1) + passed_over);
  EXPECT_FALSE(holds("\"Tin 4\""));
  expect_sound();
}

TEST_F(IndexPrune, PruneForgetsRecordsThatAreGone) {
  std::vector<std::string> ids;
  for (int i = 100; i < 130; ++i) ids.push_back("id" + std::to_string(i));
  const std::string file = write_lines("news.jsonl", ids);
  static_cast<void>(add());
  ids.erase(ids.begin() + 7);
  static_cast<void>(write_lines("news.jsonl", ids, kLongAgo + 1));
  EXPECT_EQ(add(), summary(0, 0, 29));
  EXPECT_EQ(add({"--prune"}), summary(0, 0, 29, 1)) << "also of a file that was read meanwhile";
  EXPECT_FALSE(holds("Tin id107"));
  expect_sound();
}

TEST_F(IndexPrune, PruneForgetsNothingOfAFileThatCannotBeReadWhole) {
  std::vector<std::string> ids;
  for (int i = 100; i < 130; ++i) ids.push_back("id" + std::to_string(i));
  const std::string file = write_lines("news.jsonl", ids);
  static_cast<void>(add());
  const std::string lines = read_file(file);
  static_cast<void>(directory_.write("archive/news.jsonl", lines.substr(0, lines.size() - 5)));
  const std::string told = add({"--prune"}, 1);
  EXPECT_NE(told.find("none of its articles is forgotten"), std::string::npos) << told;
  EXPECT_TRUE(holds("Tin id129"));
}

TEST_F(IndexPrune, PruneKnowsAnArticleThatMovedToAnotherFile) {
  static_cast<void>(write_lines("a.jsonl", {"x", "y"}));
  static_cast<void>(add());
  fs::rename(archive_ + "/a.jsonl", archive_ + "/b.jsonl");
  EXPECT_EQ(add({"--prune"}), summary(0, 2, 0));
  EXPECT_EQ(add({"--prune"}), summary(0, 0, 2));
  EXPECT_TRUE(holds("b.jsonl"));
  expect_sound();
}

TEST_F(IndexPrune, PruneRefusesToForgetMoreThanATenth) {
  for (int i = 0; i < 20; ++i) static_cast<void>(write_article(std::to_string(i) + ".txt", "Tin " + std::to_string(i)));
  static_cast<void>(add());
  const std::string before = dump();
  for (const char* name : {"/1.txt", "/2.txt", "/3.txt"}) fs::remove(archive_ + name);
  static_cast<void>(write_article("new.txt", "Tin thêm"));
  EXPECT_EQ(add({"--prune"}, 1),
            "timbao-index: --prune would forget 3 of 20 articles, more than a tenth; nothing was changed; --force lets "
            "it\n");
  EXPECT_EQ(dump(), before) << "nothing at all is published";
  fs::rename(archive_, directory_ / "elsewhere");
  EXPECT_NE(add({"--prune"}, 1).find("20 of 20 articles"), std::string::npos) << "a disk that is not mounted";
  EXPECT_EQ(dump(), before);
  fs::rename(directory_ / "elsewhere", archive_);
  EXPECT_EQ(add({"--prune", "--force"}), summary(1, 0, 17, 3));
}

TEST_F(IndexPrune, PruneLooksOnlyBelowTheGivenPathsAndRoot) {
  static_cast<void>(write_article("one/a.txt", "Tin a"));
  static_cast<void>(write_article("two/b.txt", "Tin b"));
  static_cast<void>(add({"--root", archive_}));
  fs::remove_all(archive_ + "/two");
  EXPECT_EQ(command({"add", "--prune", "--force", "--root", archive_, archive_ + "/one"}).status, 0);
  EXPECT_TRUE(holds("Tin b"));
  EXPECT_EQ(command({"add", "--prune", "--force", "--root", archive_, archive_}).status, 0);
  EXPECT_FALSE(holds("Tin b"));
  EXPECT_TRUE(holds("Tin a"));
}

TEST_F(IndexPrune, PruneOfAStreamForgetsWhatItDidNotHold) {
  RunOptions stream;
  stream.input = "{\"id\":\"other\",\"title\":\"Báo khác\",\"source\":\"B\"}\n";
  EXPECT_EQ(command({"add", "-"}, stream).status, 0);
  stream.input.clear();
  for (int i = 0; i < 20; ++i) stream.input += R"({"id":"s)" + std::to_string(i) + R"(","title":"Tin"})" + "\n";
  EXPECT_EQ(command({"add", "--source=A", "-"}, stream).status, 0);
  stream.input.resize(stream.input.rfind('{'));
  const RunResult result = command({"add", "--source=A", "--prune", "-"}, stream);
  EXPECT_EQ(result.status, 0);
  EXPECT_EQ(result.err.substr(0, result.err.find(" (")) + "\n", summary(0, 0, 19, 1)) << result.err;
  EXPECT_FALSE(holds("\"s19\""));
  EXPECT_TRUE(holds("Báo khác"));
}

}  // namespace
}  // namespace timbao::test
