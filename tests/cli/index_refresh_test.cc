// SPDX-License-Identifier: GPL-2.0-or-later
// An archive that is indexed again and again: what is read, what is written, what is forgotten, and what a dead run
// leaves.
#include <gtest/gtest.h>

#include <sys/stat.h>
#include <unistd.h>

#include <fcntl.h>
#include <algorithm>
#include <array>
#include <csignal>
#include <filesystem>
#include <string>
#include <vector>

#include "tests/cli/process.h"

namespace timbao::test {
namespace {

namespace fs = std::filesystem;

constexpr std::time_t kLongAgo = 1'517'360'460;

void set_time(const std::string& file, std::time_t seconds) {
  const std::array<timespec, 2> times{{{seconds, 0}, {seconds, 0}}};
  ASSERT_EQ(::utimensat(AT_FDCWD, file.c_str(), times.data(), 0), 0) << file;
}

class IndexRefresh : public testing::Test {
 protected:
  /// Writes a text file that looks as if it had been there for long.
  std::string write_article(const std::string& name, const std::string& title, std::time_t changed = kLongAgo) const {
    const std::string file = directory_.write("archive/" + name, title + "\n\nBà con họp bàn việc đê điều.\n");
    set_time(file, changed);
    return file;
  }

  std::string write_lines(const std::string& name, const std::vector<std::string>& ids,
                          std::time_t changed = kLongAgo) const {
    std::string lines;
    for (const std::string& id : ids) lines += R"({"id":")" + id + R"(","title":"Tin )" + id + "\"}\n";
    const std::string file = directory_.write("archive/" + name, lines);
    set_time(file, changed);
    return file;
  }

  [[nodiscard]] RunResult command(std::vector<std::string> arguments, const RunOptions& options = {}) const {
    arguments.insert(arguments.begin(), {TIMBAO_INDEX_BIN, "--index", index_});
    return run(arguments, options);
  }

  /// Runs `add`; returns its summary without what depends on the clock, and the lines behind it.
  std::string add(std::vector<std::string> arguments = {}, int expected_status = 0) const {
    arguments.insert(arguments.begin(), {"add", archive_});
    const RunResult result = command(arguments);
    EXPECT_EQ(result.status, expected_status) << result.err;
    std::string told;
    for (const std::string& line : lines_of(result.err)) told += line.substr(0, line.find(" (")) + "\n";
    return told;
  }

  [[nodiscard]] std::string dump() const {
    const RunResult result = command({"dump"});
    EXPECT_EQ(result.status, 0) << result.err;
    return result.out;
  }

  [[nodiscard]] bool holds(const std::string& text) const { return dump().find(text) != std::string::npos; }

  void expect_sound() const {
    const RunResult result = command({"check"});
    EXPECT_EQ(result.status, 0) << result.out << result.err;
  }

  TempDirectory directory_;
  std::string index_ = directory_ / "index", archive_ = directory_ / "archive";
};

std::string summary(int added, int updated, int unchanged, int removed = 0) {
  return "added " + std::to_string(added) + ", updated " + std::to_string(updated) + ", unchanged " +
         std::to_string(unchanged) + ", removed " + std::to_string(removed) + ", rejected 0\n";
}

TEST_F(IndexRefresh, DoesNotOpenAFileThatIsAsItWas) {
  const std::string file = write_article("a.txt", "Tin cũ");
  EXPECT_EQ(add(), summary(1, 0, 0));
  // Other content under the same size, time and inode: whoever opened the file would see it.
  const int opened = ::open(file.c_str(), O_WRONLY);
  ASSERT_GE(opened, 0);
  EXPECT_EQ(::pwrite(opened, "TIN", 3, 0), 3);
  ::close(opened);
  set_time(file, kLongAgo);
  EXPECT_EQ(add(), summary(0, 0, 1));
  EXPECT_TRUE(holds("Tin cũ"));
  set_time(file, kLongAgo + 1);
  EXPECT_EQ(add(), summary(0, 1, 0));
  EXPECT_TRUE(holds("TIN cũ"));
  expect_sound();
}

TEST_F(IndexRefresh, CostsNoMoreThanAStatWhereNothingChanged) {
  if (run({"strace", "-V"}).status != 0) GTEST_SKIP() << "needs strace";
  for (int i = 0; i < 50; ++i) static_cast<void>(write_article(std::to_string(i) + ".txt", "Tin " + std::to_string(i)));
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

TEST_F(IndexRefresh, PruneForgetsFilesThatAreGone) {
  for (int i = 0; i < 20; ++i) static_cast<void>(write_article(std::to_string(i) + ".txt", "Tin " + std::to_string(i)));
  static_cast<void>(add());
  fs::remove(archive_ + "/3.txt");
  EXPECT_EQ(add(), summary(0, 0, 19)) << "without --prune it stays";
  EXPECT_TRUE(holds("\"Tin 3\""));
  EXPECT_EQ(add({"--prune"}), summary(0, 0, 19, 1));
  EXPECT_FALSE(holds("\"Tin 3\""));
  EXPECT_EQ(add({"--prune"}), summary(0, 0, 19));
  EXPECT_EQ(add({"--prune", "--exclude=4.txt"}), summary(0, 0, 18)) << "what is passed over is not gone";
  EXPECT_TRUE(holds("\"Tin 4\""));
  expect_sound();
}

TEST_F(IndexRefresh, PruneForgetsRecordsThatAreGone) {
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

TEST_F(IndexRefresh, PruneForgetsNothingOfAFileThatCannotBeReadWhole) {
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

TEST_F(IndexRefresh, PruneKnowsAnArticleThatMovedToAnotherFile) {
  static_cast<void>(write_lines("a.jsonl", {"x", "y"}));
  static_cast<void>(add());
  fs::rename(archive_ + "/a.jsonl", archive_ + "/b.jsonl");
  EXPECT_EQ(add({"--prune"}), summary(0, 2, 0));
  EXPECT_EQ(add({"--prune"}), summary(0, 0, 2));
  EXPECT_TRUE(holds("b.jsonl"));
  expect_sound();
}

TEST_F(IndexRefresh, PruneRefusesToForgetMoreThanATenth) {
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

TEST_F(IndexRefresh, PruneLooksOnlyBelowTheGivenPathsAndRoot) {
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

TEST_F(IndexRefresh, PruneOfAStreamForgetsWhatItDidNotHold) {
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

TEST_F(IndexRefresh, ARemovedArticleStaysOutUntilItIsRestored) {
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

TEST_F(IndexRefresh, AnUnknownIdIsReportedAndKeptOutWhenItComes) {
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

TEST_F(IndexRefresh, RebuildMakesAnIndexOfExactlyTheGivenPaths) {
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

TEST_F(IndexRefresh, RebuildWithoutPathsMakesAnEqualIndex) {
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

TEST_F(IndexRefresh, ARebuildOfNothingLeavesTheIndexAsItWas) {
  static_cast<void>(write_article("a.txt", "Tin a"));
  static_cast<void>(add());
  const std::string before = dump();
  const RunResult result = command({"add", "--rebuild", directory_ / "none"});
  EXPECT_EQ(result.status, 1);
  EXPECT_NE(result.err.find("there was no article to rebuild the index from: it is as it was"), std::string::npos);
  EXPECT_EQ(dump(), before);
}

TEST_F(IndexRefresh, AnInterruptedRebuildLeavesTheIndexAsItWas) {
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

TEST_F(IndexRefresh, WaitsForAnotherWriterAsLongAsItIsAskedTo) {
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

/// Articles of one title.
std::string lines_of_title(const std::string& title, int count) {
  std::string lines;
  for (int i = 0; i < count; ++i)
    lines += R"({"id":"k)" + std::to_string(i) + R"(","title":")" + title + " " + std::to_string(i) +
             R"(","body":"Họp xã bàn việc đê điều và ngân sách."})" + "\n";
  return lines;
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
