// SPDX-License-Identifier: GPL-2.0-or-later
// Every example of docs/scripting.md does what the page says, over the articles of samples/.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "tests/cli/process.h"

namespace timbao::test {
namespace {

/// A block of the page: what stands between "```NAME" and "```", and where the block ends.
struct Block {
  std::string text;
  std::size_t end = std::string::npos;  ///< npos: there is none
};

Block next_block(const std::string& page, const std::string& name, std::size_t from) {
  const std::string head = "\n```" + name + "\n";
  const std::size_t begin = page.find(head, from);
  if (begin == std::string::npos) return {};
  const std::size_t first = begin + head.size();
  const std::size_t end = page.find("```\n", first);
  return {page.substr(first, end - first), end + 4};
}

class ScriptingPage : public ::testing::Test {
 protected:
  void SetUp() override {
    std::filesystem::create_directory(directory_ / "home");
    std::filesystem::copy(TIMBAO_SAMPLES_DIR, directory_ / "home/bao");
    const RunResult added = run({TIMBAO_INDEX_BIN, "--index", directory_ / "index", "--quiet", "add", "--root",
                                 TIMBAO_SAMPLES_DIR, TIMBAO_SAMPLES_DIR});
    ASSERT_EQ(added.status, 0) << added.err;
  }

  /// Runs a command by bash in a new folder, with the programs on its path.
  RunResult run_example(const std::string& script) {
    RunOptions options;
    const std::string programs = std::filesystem::path(TIMBAO_QUERY_BIN).parent_path();
    options.environment = {{"PATH", programs + ":" + std::getenv("PATH")},
                           {"TIMBAO_INDEX", directory_ / "index"},
                           {"HOME", directory_ / "home"},
                           {"LC_ALL", "C.UTF-8"}};
    options.directory = directory_ / ("run" + std::to_string(++runs_));
    std::filesystem::create_directory(options.directory);
    return run({"bash", "-euo", "pipefail", "-c", script}, options);
  }

  const std::string page_ = read_file(TIMBAO_SOURCE_DIR "/docs/scripting.md");
  TempDirectory directory_;
  int runs_ = 0;
};

TEST_F(ScriptingPage, HasExamplesThatPrintWhatItSays) {
  int examples = 0;
  for (Block script = next_block(page_, "sh", 0); script.end != std::string::npos;
       script = next_block(page_, "sh", script.end), ++examples) {
    const Block output = next_block(page_, "output", script.end - 1);
    ASSERT_NE(output.end, std::string::npos) << script.text;
    const RunResult result = run_example(script.text);
    EXPECT_EQ(result.status, 0) << script.text;
    EXPECT_EQ(result.err, "") << script.text;
    EXPECT_EQ(result.out, output.text) << script.text;
  }
  EXPECT_GE(examples, 7);
}

TEST_F(ScriptingPage, HasLinesOfACrontabThatRunAndPrintNothing) {
  int jobs = 0;
  for (const std::string& line : lines_of(next_block(page_, "cron", 0).text)) {
    std::size_t command = 0;
    for (int field = 0; field < 5; ++field) command = line.find(' ', command) + 1;
    ASSERT_EQ(line.find('%'), std::string::npos) << "cron makes line ends of it";
    const RunResult result = run_example(line.substr(command));
    EXPECT_EQ(result.status, 0) << line;
    EXPECT_EQ(result.out + result.err, "") << line;
    ++jobs;
  }
  EXPECT_EQ(jobs, 2);
}

}  // namespace
}  // namespace timbao::test
