// SPDX-License-Identifier: GPL-2.0-or-later
// Long work: what it shows while it goes on, and what becomes of it when somebody presses Ctrl-C.
#include <gtest/gtest.h>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <regex>
#include <string>
#include <vector>

#include "tests/cli/archive_fixture.h"

namespace timbao::test {
namespace {

namespace fs = std::filesystem;

constexpr useconds_t kUntilItWaits = 500'000;

/// A named pipe that a program reads as a file: it comes only as far as we let it.
class NamedPipe {
 public:
  explicit NamedPipe(const std::string& path) : path_(path) {
    if (::mkfifo(path.c_str(), 0600) != 0) throw std::runtime_error("no named pipe");
  }
  ~NamedPipe() { close(); }
  NamedPipe(const NamedPipe&) = delete;
  NamedPipe& operator=(const NamedPipe&) = delete;

  /// Waits until the program has opened it.
  void write(std::string_view text) {
    if (file_ < 0) file_ = ::open(path_.c_str(), O_WRONLY | O_CLOEXEC);
    EXPECT_EQ(::write(file_, text.data(), text.size()), static_cast<ssize_t>(text.size()));
  }

  void close() {
    if (file_ >= 0) ::close(file_);
    file_ = -1;
  }

 private:
  std::string path_;
  int file_ = -1;
};

/// A terminal that a program writes to.
class Terminal {
 public:
  Terminal() : master_(::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC)) {
    if (master_ < 0 || ::grantpt(master_) != 0 || ::unlockpt(master_) != 0) throw std::runtime_error("no terminal");
    name_ = ::ptsname(master_);
    slave_ = ::open(name_.c_str(), O_RDWR | O_NOCTTY | O_CLOEXEC);
  }
  ~Terminal() {
    ::close(slave_);
    ::close(master_);
  }
  Terminal(const Terminal&) = delete;
  Terminal& operator=(const Terminal&) = delete;

  [[nodiscard]] const std::string& name() const { return name_; }

  /// What was written to it so far.
  [[nodiscard]] std::string text() const {
    std::string text;
    std::array<char, 4096> buffer{};
    ::fcntl(master_, F_SETFL, O_NONBLOCK);
    for (ssize_t got = 0; (got = ::read(master_, buffer.data(), buffer.size())) > 0;)
      text.append(buffer.data(), static_cast<std::size_t>(got));
    return text;
  }

 private:
  int master_, slave_ = -1;
  std::string name_;
};

class IndexInterrupt : public ArchiveTest {
 protected:
  [[nodiscard]] std::vector<std::string> add_command(const std::string& path) const {
    return {TIMBAO_INDEX_BIN, "--index", index_, "add", path};
  }

  [[nodiscard]] std::size_t count_articles() const { return lines_of(dump()).size(); }

  [[nodiscard]] static std::string many_lines(const std::string& id, int count) {
    std::string lines;
    for (int i = 0; i < count; ++i)
      lines += R"({"id":")" + id + std::to_string(i) + R"(","title":"Tin số )" + std::to_string(i) + "\"}\n";
    return lines;
  }
};

TEST_F(IndexInterrupt, TheFirstPublishesWhatIsComplete) {
  RunningProgram program(add_command("-"));
  program.write("{\"id\":\"a\",\"title\":\"Một\"}\n{\"id\":\"b\",\"ti");
  while (!fs::exists(index_ + "/lock")) ::usleep(1'000);
  ::usleep(kUntilItWaits);
  program.signal(SIGINT);
  ::usleep(kUntilItWaits);
  const RunResult result = program.finish();
  EXPECT_EQ(result.status, 130);
  EXPECT_NE(result.err.find("interrupted: what was complete is published"), std::string::npos) << result.err;
  EXPECT_EQ(count_articles(), 1U);
  expect_sound();
}

TEST_F(IndexInterrupt, TheSameAgainFinishesTheRestWithoutRedoingIt) {
  static_cast<void>(write_article("a.txt", "Tin a"));
  static_cast<void>(write_lines("b.jsonl", {"x", "y"}));
  NamedPipe pipe(directory_ / "archive/c.jsonl");
  RunOptions list;  // a folder's walk passes over what is no file
  list.input = archive_ + "/a.txt" + '\0' + archive_ + "/b.jsonl" + '\0' + archive_ + "/c.jsonl" + '\0';
  static_cast<void>(write_article("d.txt", "Tin d"));
  RunningProgram program(
      {TIMBAO_INDEX_BIN, "--index", index_, "add", "--files0-from", directory_.write("list", list.input)});
  pipe.write("{\"id\":\"c1\",\"title\":\"Một\"}\n");
  ::usleep(kUntilItWaits);
  program.signal(SIGTERM);
  ::usleep(kUntilItWaits);
  pipe.close();
  EXPECT_EQ(program.finish().status, 130);
  EXPECT_EQ(count_articles(), 4U);
  fs::remove(archive_ + "/c.jsonl");
  static_cast<void>(write_lines("c.jsonl", {"c1", "c2"}));
  EXPECT_EQ(add(), summary(2, 1, 3)) << "c1 has another title; a, x and y were done";
  EXPECT_EQ(add(), summary(0, 0, 6));
  expect_sound();
}

TEST_F(IndexInterrupt, TheSecondStopsAtOnceWithTheIndexAsItWas) {
  static_cast<void>(write_article("a.txt", "Tin a"));
  static_cast<void>(add());
  for (int attempt = 0;; ++attempt) {
    ASSERT_LT(attempt, 10) << "each run had published before the second signal came";
    const std::string before = dump();
    RunningProgram program(add_command("-"));
    program.write(many_lines("n" + std::to_string(attempt) + "-", 20'000));
    ::usleep(kUntilItWaits);
    program.signal(SIGINT);
    ::usleep(20'000);
    program.signal(SIGINT);
    const RunResult result = program.finish();
    EXPECT_EQ(result.status, 130);
    if (result.err.find("is published") != std::string::npos) continue;  // too late
    EXPECT_EQ(dump(), before);
    break;
  }
  EXPECT_EQ(add(), summary(0, 0, 1));
  for (const auto& entry : fs::directory_iterator(index_))
    EXPECT_NE(entry.path().filename().string().substr(0, 9), "building-") << "the next writer clears away";
  expect_sound();
}

/// Lets a run read one article, and another when progress is due; more is still to be read then.
void add_slowly(NamedPipe& pipe) {
  pipe.write("{\"id\":\"p1\",\"title\":\"Một\"}\n");
  ::usleep(kUntilItWaits);
  pipe.write("{\"id\":\"p2\",\"title\":\"Hai\"}\n");
  ::usleep(kUntilItWaits);
  pipe.close();
}

TEST_F(IndexInterrupt, ATerminalShowsArticlesMegabytesSpeedAndTimeLeft) {
  static_cast<void>(directory_.write("archive/z.jsonl", many_lines("z", 3'000)));
  NamedPipe pipe(directory_ / "archive/p.jsonl");
  const Terminal terminal;
  RunningProgram program({"sh", "-c", "exec \"$@\" 2>" + terminal.name(), "sh", TIMBAO_INDEX_BIN, "--index", index_,
                          "add", archive_ + "/p.jsonl", archive_ + "/z.jsonl"});
  add_slowly(pipe);
  EXPECT_EQ(program.finish().status, 0);
  const std::string text = terminal.text();
  const std::regex progress("\r\x1b\\[K2 articles, 0\\.0 MB, [0-9.]+ MB/s, [0-9:]+ left");
  EXPECT_TRUE(std::regex_search(text, progress)) << text;
  const std::regex last("\r\x1b\\[Kadded 3,002, updated 0, unchanged 0, removed 0, rejected 0 [^\n]*\r\n$");
  EXPECT_TRUE(std::regex_search(text, last)) << "the summary stands where progress was: " << text;
}

TEST_F(IndexInterrupt, AShortRunInALogShowsItsSummaryOnly) {
  NamedPipe pipe(directory_.path() / "p.jsonl");
  RunningProgram program(add_command(directory_ / "p.jsonl"));
  add_slowly(pipe);
  const RunResult result = program.finish();
  EXPECT_EQ(lines_of(result.err).size(), 1U) << result.err;
  EXPECT_EQ(result.err.find('\r'), std::string::npos);
}

}  // namespace
}  // namespace timbao::test
