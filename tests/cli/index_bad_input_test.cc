// SPDX-License-Identifier: GPL-2.0-or-later
// Whatever is wrong: one clear line, the right status, and what was indexed stays.
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/cli/process.h"
#include "tests/sanitizer.h"

namespace timbao::test {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;
using Lines = std::vector<std::string>;

class IndexBadInput : public testing::Test {
 protected:
  IndexBadInput() { static_cast<void>(directory_.write("good.txt", "Tin vắn\nMưa lớn ở vùng núi.\n")); }

  RunResult add(std::vector<std::string> arguments, const RunOptions& options = {}) const {
    arguments.insert(arguments.begin(), {TIMBAO_INDEX_BIN, "--index", index_, "add"});
    return run(arguments, options);
  }

  /// Adds a good file and a bad one: the bad is reported in one line, the good is indexed.
  void expect_reported(const std::string& bad, const std::string& line) const {
    const RunResult result = add({directory_ / "good.txt", bad});
    EXPECT_EQ(result.status, 1);
    ASSERT_EQ(lines_of(result.err).size(), 2U) << result.err;
    EXPECT_EQ(lines_of(result.err).at(0), "timbao-index: " + bad + line);
    EXPECT_EQ(articles(), 1);
  }

  /// Expects a run that cannot go on: one line on standard error that holds `part`.
  static void expect_refused(const RunResult& result, int status, const std::string& part) {
    EXPECT_EQ(result.status, status) << result.err;
    EXPECT_EQ(lines_of(result.err).size(), 1U) << result.err;
    EXPECT_NE(result.err.find(part), std::string::npos) << result.err;
  }

  [[nodiscard]] int articles() const {
    const RunResult result = run({TIMBAO_INDEX_BIN, "--index", index_, "stats", "--json"});
    return result.status == 0 ? Json::parse(result.out)["articles"].get<int>() : -1;
  }

  TempDirectory directory_;
  std::string index_ = directory_ / "index";
};

TEST_F(IndexBadInput, AMissingPath) {
  expect_reported(directory_ / "none.txt", ": missing: there is no such file or folder");
}

TEST_F(IndexBadInput, AnUnreadableFile) {
  expect_reported("/dev/zero", ": unreadable: a device, not a file");
  const std::string closed = directory_.write("closed.txt", "Tin");
  ::chmod(closed.c_str(), 0);
  if (::geteuid() != 0) expect_reported(closed, ": unreadable: Permission denied");
}

TEST_F(IndexBadInput, AnEmptyFile) { expect_reported(directory_.write("empty.txt", ""), ": empty: holds no text"); }

TEST_F(IndexBadInput, APipeThatNobodyWrites) {
  const std::string pipe = directory_ / "pipe.txt";
  ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
  expect_reported(pipe, ": empty: holds no text");
}

TEST_F(IndexBadInput, ABinaryFile) {
  expect_reported(directory_.write("binary.txt", std::string("\x7F"
                                                             "ELF\0\0",
                                                             6)),
                  ": binary: holds a zero byte, so it is no text");
  expect_reported(directory_.write("binary.jsonl", std::string("{\0", 2)),
                  ":1: binary: holds a zero byte, so it is no text");
}

TEST_F(IndexBadInput, AHugeFile) {
  const std::string huge = directory_.write("huge.txt", "");
  fs::resize_file(huge, 200U << 20U);
  expect_reported(huge, ": too_large: larger than 16777216 bytes; see --max-article and --memory");
}

TEST_F(IndexBadInput, ALineWithoutEnd) {
  const std::string line = directory_.write("line.jsonl", "{\"title\":\"");
  {
    std::ofstream file(line, std::ios::app);
    for (int i = 0; i < 40; ++i) file << std::string(1U << 20U, 'x');
  }
  expect_reported(line, ":1: too_large: larger than 16777216 bytes; see --max-article and --memory");
}

TEST_F(IndexBadInput, AMillionCharacterWord) {
  const std::string word = directory_.write("word.txt", "Tin vắn\n" + std::string(1'000'000, 'a'));
  EXPECT_EQ(add({word}).status, 0);
  EXPECT_EQ(articles(), 1);
}

TEST_F(IndexBadInput, IllFormedUtf8) {
  const RunResult result = add({directory_.write("latin.txt",
                                                 "Tin v\xE3n\nM\xFC"
                                                 "a l\xF6n.")});
  EXPECT_EQ(result.status, 0);
  EXPECT_EQ(lines_of(result.err).at(0),
            "timbao-index: " + (directory_ / "latin.txt") + ": warning: ill_formed: 3 ill-formed parts of UTF-8");
  EXPECT_EQ(articles(), 1);
}

TEST_F(IndexBadInput, ABrokenLineAndOneWithoutTitleAndBody) {
  const std::string lines = directory_.write(
      "n.jsonl", "{\"title\":\"a\"}\n{\"id\":\"x\",\"lead\":\"b\"}\n{\"id\":\"y\",\"title\":tru}\n{\"title\":\"c\"}\n");
  const std::string errors = directory_ / "errors.jsonl";
  const RunResult result = add({lines, "--errors", errors});
  EXPECT_EQ(result.status, 1);
  EXPECT_EQ(lines_of(result.err).at(0), "timbao-index: " + lines + ":2: empty: has neither a title nor a body");
  EXPECT_EQ(lines_of(result.err)
                .at(1)
                .find("timbao-index: " + lines + ":3: broken_record: no JSON object that can be read: "),
            0U);
  EXPECT_EQ(articles(), 2);
  const Lines written = lines_of(read_file(errors));
  ASSERT_EQ(written.size(), 2U);
  const Json first = Json::parse(written[0]);
  EXPECT_EQ(first["path"], lines);
  EXPECT_EQ(first["inner"], nullptr);
  EXPECT_EQ(first["line"], 2);
  EXPECT_EQ(first["id"], "x");
  EXPECT_EQ(first["reason"], "empty");
  EXPECT_EQ(Json::parse(written[1])["id"], "y");
}

TEST_F(IndexBadInput, AnErrorsFileThatCannotBeWrittenStopsTheRunBeforeItBegins) {
  expect_refused(add({directory_ / "good.txt", "--errors", "/nowhere/errors"}), 5,
                 "/nowhere/errors: cannot be written");
  EXPECT_FALSE(fs::exists(index_));
}

TEST_F(IndexBadInput, AListOfFilesThatDoesNotExist) {
  expect_refused(add({"--files0-from", directory_ / "none"}), 5, directory_ / "none");
}

TEST_F(IndexBadInput, AnIndexThatIsAFile) {
  index_ = directory_.write("file", "mine");
  expect_refused(add({directory_ / "good.txt"}), 3, index_);
  EXPECT_EQ(read_file(index_), "mine");
}

TEST_F(IndexBadInput, AnIndexInAnotherProgramsFolder) {
  static_cast<void>(directory_.write("index/mine.txt", "mine"));
  expect_refused(add({directory_ / "good.txt"}), 3, index_);
  EXPECT_EQ(std::distance(fs::directory_iterator(index_), fs::directory_iterator()), 1);
}

TEST_F(IndexBadInput, AnIndexOfAnotherVersion) {
  EXPECT_EQ(add({directory_ / "good.txt"}).status, 0);
  const RunResult xapian = run({"xapian-metadata", "set", index_ + "/g1", "timbao.format", "0"});
  if (xapian.status != 0) GTEST_SKIP() << "needs xapian-metadata, of the package xapian-tools";
  expect_refused(add({directory_ / "good.txt"}), 3, "another version");
  expect_refused(run({TIMBAO_INDEX_BIN, "--index", index_, "stats"}), 3, "another version");
}

TEST_F(IndexBadInput, ADamagedIndex) {
  EXPECT_EQ(add({directory_ / "good.txt"}).status, 0);
  fs::resize_file(index_ + "/g1/iamglass", 5);
  expect_refused(add({directory_ / "good.txt"}), 3, index_);
  expect_refused(run({TIMBAO_INDEX_BIN, "--index", index_, "stats"}), 3, index_);
}

TEST_F(IndexBadInput, NoIndexYet) { expect_refused(run({TIMBAO_INDEX_BIN, "--index", index_, "stats"}), 3, index_); }

TEST_F(IndexBadInput, AFullDisk) {
  EXPECT_EQ(add({directory_ / "good.txt"}).status, 0);
  std::string lines;
  for (int i = 0; i < 2'000; ++i)
    lines += R"({"id":"b)" + std::to_string(i) + R"(","title":"Tin số )" + std::to_string(i * 7919) +
             R"(","body":"Họp xã bàn việc đê )" + std::to_string(i * 104729) + "\"}\n";
  const std::string news = directory_.write("news.jsonl", lines);
  for (const rlim_t bytes : {4'000U, 60'000U, 200'000U}) {
    RunOptions options;
    options.limits[RLIMIT_FSIZE] = bytes;
    expect_refused(add({news}, options), 5, "File too large");
    EXPECT_EQ(articles(), 1) << bytes;
  }
  EXPECT_EQ(add({news}).status, 0);
  EXPECT_EQ(articles(), 2'001);
}

TEST_F(IndexBadInput, OptionsThatMakeNoSense) {
  expect_refused(add({"x", "--prun"}), 2, "unknown option '--prun'; see --help");
  expect_refused(add({"x", "--jobs=2", "--jobs=3"}), 2, "--jobs is given twice");
  expect_refused(add({"x", "--memory=lots"}), 2, "--memory takes");
  expect_refused(add({}), 2, "add needs a PATH");
  expect_refused(run({TIMBAO_INDEX_BIN}), 2, "no command");
}

TEST_F(IndexBadInput, StandardOutputThatIsFull) {
  const RunResult result = run({"sh", "-c", std::string("'") + TIMBAO_INDEX_BIN + "' tokens Đảng > /dev/full"});
  expect_refused(result, 5, "standard output: No space left on device");
}

/// A text of so many bytes in which every word is another one.
std::string different_words(std::size_t bytes) {
  std::string text = "Từ\n";
  for (std::size_t i = 0; text.size() < bytes; ++i)
    text += "từ" + std::to_string(i * 7919) + (i % 10 == 9 ? ".\n" : " ");
  return text;
}

TEST_F(IndexBadInput, MemoryStaysWithinItsBounds) {
  constexpr long kBoundKilobytes = (64 + 64) << 10;
  std::string numbers = "Số\n", news;
  while (numbers.size() < 3'900'000) numbers += "5 100 ";
  while (news.size() < 3'900'000) news += "Bà con xã Bình An hiến hơn 5.700 m đất để mở rộng mặt đường liên thôn.\n";
  for (const std::string& text :
       {different_words(3'900'000), numbers, news, "Tin vắn\n" + std::string(3'900'000, 'a')}) {
    const RunResult result = add({directory_.write("large.txt", text), "--memory=64M"});
    EXPECT_LE(result.status, 1) << result.err;
    if (!kHasSanitizer) {
      EXPECT_LE(result.peak_kilobytes, kBoundKilobytes) << text.substr(0, 40);
    }
  }
}

TEST_F(IndexBadInput, AnArticleThatWouldTakeTooMuchMemoryIsTooLarge) {
  const std::string words = directory_.write("words.txt", different_words(3'900'000));
  const RunResult result = add({words, "--memory=64M"});
  EXPECT_EQ(result.status, 1);
  EXPECT_EQ(lines_of(result.err).at(0),
            "timbao-index: " + words +
                ": too_large: would take more than --memory allows: it has too many words, numbers, names or keys");
}

}  // namespace
}  // namespace timbao::test
