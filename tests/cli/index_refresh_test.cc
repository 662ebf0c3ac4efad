// SPDX-License-Identifier: GPL-2.0-or-later
// An archive that is indexed again: only files that changed are read, only what changed is written, and a run that died
// leaves every article as it was or as it is.
#include <gtest/gtest.h>

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <ctime>
#include <filesystem>
#include <string>
#include <vector>

#include "tests/cli/archive_fixture.h"

namespace timbao::test {
namespace {

namespace fs = std::filesystem;

class IndexRefresh : public ArchiveTest {};

/// Articles of one title.
std::string lines_of_title(const std::string& title, int count) {
  std::string lines;
  for (int i = 0; i < count; ++i)
    lines += R"({"id":"k)" + std::to_string(i) + R"(","title":")" + title + " " + std::to_string(i) +
             R"(","body":"Họp xã bàn việc đê điều và ngân sách."})" + "\n";
  return lines;
}

TEST_F(IndexRefresh, SeesAChangeThatLeavesSizeTimeAndInodeAsTheyWere) {
  const std::string file = write_article("a.txt", "Tin cũ");
  settle();
  EXPECT_EQ(add(), summary(1, 0, 0));
  const int opened = ::open(file.c_str(), O_WRONLY);
  ASSERT_GE(opened, 0);
  EXPECT_EQ(::pwrite(opened, "TIN", 3, 0), 3);
  ::close(opened);
  set_time(file, kLongAgo);
  EXPECT_EQ(add(), summary(0, 1, 0));
  EXPECT_TRUE(holds("TIN cũ"));
  expect_sound();
}

TEST_F(IndexRefresh, DoesNotReadAFileAgainOfWhichOnlyTheTimesChanged) {
  const std::string file = write_lines("a.jsonl", {"x", "y", "x"});
  settle();
  static_cast<void>(add());
  const auto expect_unchanged = [&] {
    settle();
    const RunResult result = command({"add", archive_});
    EXPECT_NE(result.err.find("unchanged 2"), std::string::npos) << result.err;
    EXPECT_NE(result.err.find("same id 1"), std::string::npos) << "its record says so: " << result.err;
    EXPECT_NE(result.err.find("files: 0 read, 1 unchanged)"), std::string::npos) << result.err;
  };
  set_time(file, kLongAgo + 1);
  expect_unchanged();
  fs::permissions(file, fs::perms::owner_read);
  expect_unchanged();
  expect_unchanged();
  expect_sound();
}

TEST_F(IndexRefresh, CostsNoMoreThanAStatWhereNothingChanged) {
  if (run({"strace", "-V"}).status != 0) GTEST_SKIP() << "needs strace";
  for (int i = 0; i < 50; ++i) static_cast<void>(write_article(std::to_string(i) + ".txt", "Tin " + std::to_string(i)));
  settle();
  EXPECT_EQ(add(), summary(50, 0, 0));
  const std::string trace = directory_ / "trace";
  const RunResult result = run({"strace", "-f", "-e", "trace=open,openat,rename,renameat", "-o", trace,
                                TIMBAO_INDEX_BIN, "--index", index_, "add", archive_});
  if (result.status != 0) GTEST_SKIP() << "strace may not trace here";
  const std::string calls = read_file(trace);
  EXPECT_NE(calls.find(archive_), std::string::npos) << "the folder is read";
  EXPECT_EQ(calls.find(".txt"), std::string::npos) << "no file is opened";
  EXPECT_EQ(calls.find("rename"), std::string::npos) << "nothing is published";
}

TEST_F(IndexRefresh, TrustsNoFileThatWasJustChanged) {
  const std::string file = write_article("a.txt", "Tin cũ", std::time(nullptr));
  EXPECT_EQ(add(), summary(1, 0, 0));
  const std::time_t now = std::time(nullptr);
  set_time(file, now);
  EXPECT_EQ(add(), summary(0, 0, 1));
  static_cast<void>(write_article("a.txt", "Tin mà", now));
  EXPECT_EQ(add(), summary(0, 1, 0));
  EXPECT_TRUE(holds("Tin mà"));
}

TEST_F(IndexRefresh, ReadsAFileAgainThatIsToBeReadInAnotherWay) {
  static_cast<void>(write_article("a.txt", "Tin cũ"));
  EXPECT_EQ(add(), summary(1, 0, 0));
  EXPECT_EQ(add({"--source=Báo Làng"}), summary(0, 1, 0));
  EXPECT_TRUE(holds("Báo Làng"));
}

TEST_F(IndexRefresh, ReportsARejectedFileEachTime) {
  static_cast<void>(write_article("a.txt", "Tin cũ"));
  const std::string empty = directory_.write("archive/b.txt", "");
  set_time(empty, kLongAgo);
  const std::string told = add({}, 1);
  EXPECT_NE(told.find("b.txt: empty"), std::string::npos) << told;
  EXPECT_NE(add({}, 1).find("b.txt: empty"), std::string::npos);
}

TEST_F(IndexRefresh, WritesASmallChangeIntoTheSameGeneration) {
  for (int i = 0; i < 30; ++i) static_cast<void>(write_article(std::to_string(i) + ".txt", "Tin " + std::to_string(i)));
  EXPECT_EQ(add(), summary(30, 0, 0));
  static_cast<void>(write_article("3.txt", "Tin mới", kLongAgo + 5));
  static_cast<void>(write_article("new.txt", "Tin thêm"));
  EXPECT_EQ(add(), summary(1, 1, 29));
  EXPECT_TRUE(fs::exists(index_ + "/g1"));
  EXPECT_FALSE(fs::exists(index_ + "/g2"));
  EXPECT_EQ(add(), summary(0, 0, 31));
  EXPECT_FALSE(holds("\"Tin 3\""));
  expect_sound();
}

TEST_F(IndexRefresh, TellsWhichOfTwoFilesHasAnArticleAsIfBothWereRead) {
  static_cast<void>(write_lines("a.jsonl", {"x", "y"}));
  const std::string b = directory_.write("archive/b.jsonl", "{\"id\":\"x\",\"title\":\"Của b\"}\n");
  set_time(b, kLongAgo);
  static_cast<void>(add());
  EXPECT_TRUE(holds("Của b")) << "the later file has it";
  static_cast<void>(write_lines("a.jsonl", {"x", "y", "z"}, kLongAgo + 9));
  static_cast<void>(add());
  EXPECT_TRUE(holds("Của b")) << "though only the other changed";
  expect_sound();
}

TEST_F(IndexRefresh, AKilledRefreshLeavesEveryArticleOldOrNew) {
  constexpr int kCount = 600;
  const std::string file = directory_.write("archive/news.jsonl", lines_of_title("Trước", kCount));
  static_cast<void>(add());
  std::string old_title = "Trước", new_title = "Sau";
  for (const int milliseconds : {5, 20, 40, 60, 80, 100, 130, 170, 220, 300}) {
    static_cast<void>(directory_.write("archive/news.jsonl", lines_of_title(new_title, kCount)));
    RunningProgram program({TIMBAO_INDEX_BIN, "--index", index_, "add", file});
    ::usleep(static_cast<useconds_t>(milliseconds) * 1'000);
    program.signal(SIGKILL);
    program.finish();
    const std::vector<std::string> articles = lines_of(dump());
    const auto count = [&](const std::string& title) {
      return std::count_if(articles.begin(), articles.end(), [&](const std::string& article) {
        return article.find("\"title\":\"" + title + " ") != std::string::npos;
      });
    };
    EXPECT_EQ(articles.size(), static_cast<std::size_t>(kCount));
    EXPECT_TRUE(count(old_title) == kCount || count(new_title) == kCount) << milliseconds << " ms";
    expect_sound();
    if (count(new_title) == kCount) std::swap(old_title, new_title);
  }
  static_cast<void>(directory_.write("archive/news.jsonl", lines_of_title("Cuối", kCount)));
  static_cast<void>(add());
  EXPECT_EQ(lines_of(dump()).size(), static_cast<std::size_t>(kCount));
  EXPECT_TRUE(holds("Cuối 599"));
  EXPECT_FALSE(fs::exists(index_ + "/g2")) << "all of it was done in place";
}

TEST_F(IndexRefresh, AFullDiskLeavesTheIndexAsItWas) {
  const std::string file = directory_.write("archive/news.jsonl", lines_of_title("Trước", 300));
  static_cast<void>(add());
  const std::string before = dump();
  static_cast<void>(directory_.write("archive/news.jsonl", lines_of_title("Sau", 600)));
  RunOptions options;
  options.limits[RLIMIT_FSIZE] = fs::file_size(index_ + "/g1/postlist.glass") + 8'192;
  const RunResult result = command({"add", file}, options);
  EXPECT_EQ(result.status, 5) << result.err;
  EXPECT_EQ(lines_of(result.err).size(), 1U) << result.err;
  EXPECT_EQ(dump(), before);
  expect_sound();
  EXPECT_EQ(add(), summary(300, 300, 0));
}

}  // namespace
}  // namespace timbao::test
