// SPDX-License-Identifier: GPL-2.0-or-later
// timbao-index as a process: what a person or a script sees of a run.
#include <gtest/gtest.h>

#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/cli/process.h"

namespace timbao::test {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kArticle =
    "Xã Bình An làm đường mới\n\n08:01 | 31/01/2018\n|\n\nSáng nay, xã Bình An họp bàn.\n\nTrần Bình";

class IndexAdd : public testing::Test {
 protected:
  RunResult add(std::vector<std::string> arguments, const RunOptions& options = {}) const {
    arguments.insert(arguments.begin(), {TIMBAO_INDEX_BIN, "--index", index_, "add"});
    return run(arguments, options);
  }

  RunResult add_lines(const std::string& lines, std::vector<std::string> arguments = {}) const {
    RunOptions options;
    options.input = lines;
    arguments.emplace_back("-");
    return add(std::move(arguments), options);
  }

  [[nodiscard]] Json stats() const {
    return Json::parse(run({TIMBAO_INDEX_BIN, "--index", index_, "stats", "--json"}).out);
  }

  TempDirectory directory_;
  std::string index_ = directory_ / "index";
};

/// The summary without what depends on the clock.
std::string without_speed(const std::string& line) { return line.substr(0, line.find(" (")); }

TEST_F(IndexAdd, TellsWhatBecameOfTheArticles) {
  const std::string file = directory_.write("archive/a.txt", kArticle);
  RunResult result = add({directory_ / "archive"});
  EXPECT_EQ(result.status, 0);
  EXPECT_EQ(result.out, "");
  EXPECT_EQ(without_speed(result.err), "added 1, updated 0, unchanged 0, removed 0, rejected 0");
  result = add({file});
  EXPECT_EQ(without_speed(result.err), "added 0, updated 0, unchanged 1, removed 0, rejected 0");
  static_cast<void>(directory_.write("archive/a.txt", std::string(kArticle) + " Vũ"));
  result = add({directory_ / "archive"});
  EXPECT_EQ(without_speed(result.err), "added 0, updated 1, unchanged 0, removed 0, rejected 0");
  EXPECT_EQ(stats()["articles"], 1);
}

TEST_F(IndexAdd, StatsSayWhatTheIndexHolds) {
  EXPECT_EQ(add_lines(R"({"id":"a","title":"Một","date":"31/01/2018","source":"Báo Làng"})"
                      "\n"
                      R"({"id":"b","title":"Hai","date":"5/6/2017"})")
                .status,
            0);
  const Json held = stats();
  const std::vector<std::string> keys{"articles", "removed", "terms",   "readings", "folded",  "bytes",
                                      "dates",    "years",   "sources", "copies",   "versions"};
  std::vector<std::string> found;
  for (const auto& item : held.items()) found.push_back(item.key());
  EXPECT_EQ(found, keys);
  EXPECT_EQ(held["articles"], 2);
  EXPECT_EQ(held["removed"], 0);
  EXPECT_EQ(held["dates"].dump(), R"({"first":"2017-06-05","last":"2018-01-31"})");
  EXPECT_EQ(held["sources"].dump(), R"([{"value":"Báo Làng","count":1}])");
  EXPECT_GT(held["bytes"]["total"], 0);
  const RunResult text = run({TIMBAO_INDEX_BIN, "stats", "--index", index_});
  EXPECT_EQ(lines_of(text.out).at(0), "articles    2");
}

TEST_F(IndexAdd, QuietSaysNothing) {
  const RunResult result = add_lines("{\"title\":\"a\"}\n{", {"--quiet"});
  EXPECT_EQ(result.status, 1);
  EXPECT_EQ(result.err, "");
}

TEST_F(IndexAdd, WarnsOfWhatItHadToRepair) {
  const RunResult result = add_lines("{\"title\":\"a\xFF\",\"date\":\"hôm qua\"}");
  EXPECT_EQ(result.status, 0);
  const std::vector<std::string> lines = lines_of(result.err);
  ASSERT_EQ(lines.size(), 5U);
  EXPECT_EQ(lines[0], "timbao-index: -:1: warning: unread_date: 'hôm qua' is no date");
  EXPECT_EQ(lines[1], "timbao-index: -:1: warning: ill_formed: 1 ill-formed parts of UTF-8");
  EXPECT_EQ(lines[3], "timbao-index: warning: ill-formed parts of UTF-8: 1; each was replaced by U+FFFD");
  EXPECT_EQ(
      lines[4],
      "timbao-index: warning: dates that could not be read: 1; their articles have no date, and the text is kept");
}

TEST_F(IndexAdd, DryRunListsAndWritesNothing) {
  const std::string file = directory_.write("a.txt", kArticle);
  const RunResult result = add({"--dry-run", "--verbose", "--root", directory_.path().string(), file});
  EXPECT_EQ(result.status, 0);
  EXPECT_EQ(result.out, "a.txt\t2018-01-31T08:01:00+07:00\tXã Bình An làm đường mới\n" + file +
                            "\ttext\tutf-8\t1\t2018-01-31T08:01:00+07:00\tXã Bình An làm đường mới\t-\n"
                            "would index 1 articles\n");
  EXPECT_FALSE(std::filesystem::exists(index_));
}

TEST_F(IndexAdd, ReadsFilesOfAList) {
  const std::string file = directory_.write("a.txt", kArticle);
  RunOptions options;
  options.input = file + '\0' + (directory_ / "none.txt") + '\0';
  const RunResult result = add({"--files0-from", "-"}, options);
  EXPECT_EQ(result.status, 1);
  EXPECT_EQ(lines_of(result.err).at(0),
            "timbao-index: " + (directory_ / "none.txt") + ": missing: there is no such file or folder");
  EXPECT_EQ(stats()["articles"], 1);
}

TEST_F(IndexAdd, TakesTheIndexFromTheEnvironment) {
  RunOptions options;
  options.environment["TIMBAO_INDEX"] = directory_ / "other";
  options.input = R"({"title":"a"})";
  EXPECT_EQ(run({TIMBAO_INDEX_BIN, "add", "-"}, options).status, 0);
  EXPECT_TRUE(std::filesystem::exists(directory_ / "other/XAPIANDB"));
}

TEST_F(IndexAdd, GivesEqualFiguresWhateverTheJobs) {
  std::string lines;
  for (int i = 0; i < 3'000; ++i)
    lines += R"({"id":"a)" + std::to_string(i) + R"(","title":"Tin số )" + std::to_string(i) +
             R"(","body":"Họp xã bàn việc đê."})" + "\n";
  EXPECT_EQ(add_lines(lines, {"--jobs=1"}).status, 0);
  const Json one = stats();
  index_ = directory_ / "seven";
  EXPECT_EQ(add_lines(lines, {"--jobs=7"}).status, 0);
  const Json seven = stats();
  EXPECT_EQ(one["articles"], 3'000);
  EXPECT_EQ(one["articles"], seven["articles"]);
  EXPECT_EQ(one["terms"], seven["terms"]);
}

TEST_F(IndexAdd, AKilledRunLeavesTheIndexAsItWas) {
  EXPECT_EQ(add_lines(R"({"id":"a","title":"Một"})").status, 0);
  std::string lines;
  for (int i = 0; i < 20'000; ++i)
    lines += R"({"id":"b)" + std::to_string(i) + R"(","title":"Tin số )" + std::to_string(i) + "\"}\n";
  for (const int milliseconds : {5, 40, 150, 400}) {
    RunningProgram program({TIMBAO_INDEX_BIN, "--index", index_, "add", directory_.write("news.jsonl", lines)});
    ::usleep(static_cast<useconds_t>(milliseconds) * 1'000);
    program.signal(SIGKILL);
    program.finish();
    const Json held = stats();
    EXPECT_TRUE(held["articles"] == 1 || held["articles"] == 20'001) << held;
  }
  EXPECT_EQ(add({directory_ / "news.jsonl"}).status, 0);
  EXPECT_EQ(stats()["articles"], 20'001);
  for (const auto& entry : std::filesystem::directory_iterator(index_))
    EXPECT_NE(entry.path().filename().string().substr(0, 9), "building-");
}

TEST(IndexTokens, ReadsArgumentsOrLines) {
  const RunResult words = run({TIMBAO_INDEX_BIN, "tokens", "Đảng", "bộ"});
  EXPECT_EQ(words.status, 0);
  EXPECT_EQ(lines_of(words.out).at(1), R"({"text":"bộ","start":5,"end":7,"kind":"word","folded":"bo","exact":"bô~5"})");
  RunOptions options;
  options.input = "Đảng\nbộ\n";
  const RunResult lines = run({TIMBAO_INDEX_BIN, "tokens"}, options);
  EXPECT_EQ(lines_of(lines.out).at(1), R"({"text":"bộ","start":0,"end":2,"kind":"word","folded":"bo","exact":"bô~5"})");
}

TEST(IndexTokens, EndsQuietlyWhereNobodyReads) {
  const RunResult result =
      run({"sh", "-c", std::string("yes 'Đảng bộ' | head -50000 | '") + TIMBAO_INDEX_BIN + "' tokens | head -1"});
  EXPECT_EQ(result.status, 0);
  EXPECT_EQ(result.err, "");
  EXPECT_EQ(lines_of(result.out).size(), 1U);
}

TEST(IndexHelp, AndVersionGoToStandardOutput) {
  EXPECT_NE(run({TIMBAO_INDEX_BIN, "--help"}).out.find("add PATH..."), std::string::npos);
  EXPECT_EQ(run({TIMBAO_INDEX_BIN, "--version"}).out.substr(0, 13), "timbao-index ");
}

}  // namespace
}  // namespace timbao::test
