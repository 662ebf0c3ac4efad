// SPDX-License-Identifier: GPL-2.0-or-later
// What the programs print over samples/, byte by byte. How to write the files anew: tests/golden/README.md.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <set>
#include <string>
#include <vector>

#include "common/base/json.h"
#include "tests/cli/process.h"

namespace timbao::test {
namespace {

const std::string kGolden = TIMBAO_SOURCE_DIR "/tests/golden/";

bool writes_anew() { return std::getenv("TIMBAO_WRITE_GOLDEN") != nullptr; }

void expect_golden(const std::string& name, const std::string& printed) {
  if (writes_anew()) std::ofstream(kGolden + name, std::ios::binary) << printed;
  EXPECT_EQ(printed, read_file(kGolden + name)) << name;
}

RunResult run_index(const std::string& index, std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), {TIMBAO_INDEX_BIN, "--index", index});
  return run(arguments);
}

TEST(Golden, SearchOverTheSamplesPrintsWhatItDid) {
  const TempDirectory directory;
  const std::string index = directory / "index";
  const RunResult added = run_index(index, {"--quiet", "add", "--root", TIMBAO_SAMPLES_DIR, TIMBAO_SAMPLES_DIR});
  ASSERT_EQ(added.status, 0) << added.err;
  for (const std::string& line : lines_of(read_file(kGolden + "queries.jsonl"))) {
    const Json query = Json::parse(line);
    std::vector<std::string> command{TIMBAO_QUERY_BIN, "--index", index, "--format", "jsonl", "--limit", "5"};
    for (const Json& argument : query["arguments"]) command.push_back(argument.get<std::string>());
    const RunResult result = run(command);
    EXPECT_EQ(result.status, 0) << line;
    EXPECT_EQ(result.err, "") << line;
    expect_golden("search/" + query["name"].get<std::string>() + ".jsonl", result.out);
  }
}

TEST(Golden, TokensPrintWhatTheyDid) {
  const TempDirectory directory;
  std::string printed;
  for (const std::string& line : lines_of(read_file(kGolden + "tokens.txt"))) {
    const RunResult result = run_index(directory / "none", {"tokens", line});
    EXPECT_EQ(result.status, 0) << line;
    printed += result.out;
  }
  expect_golden("tokens.jsonl", printed);
}

TEST(Golden, EveryFileBelongsToAQuery) {
  std::set<std::string> named, found;
  for (const std::string& line : lines_of(read_file(kGolden + "queries.jsonl")))
    named.insert(Json::parse(line)["name"].get<std::string>() + ".jsonl");
  for (const auto& entry : std::filesystem::directory_iterator(kGolden + "search"))
    found.insert(entry.path().filename().string());
  EXPECT_EQ(named, found);
}

}  // namespace
}  // namespace timbao::test
