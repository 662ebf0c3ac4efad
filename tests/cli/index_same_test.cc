// SPDX-License-Identifier: GPL-2.0-or-later
// The same articles give the same dump and the same answers, in whatever order, by however many threads, and by
// whichever way they came into the index.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <numeric>
#include <random>
#include <string>
#include <vector>

#include "common/base/json.h"
#include "tests/cli/archive_fixture.h"
#include "tests/cli/without_time.h"

namespace timbao::test {
namespace {

/// Questions of every kind, each as --batch reads it.
constexpr std::string_view kQuestions = R"({"query":"họp xã bàn đê","limit":200})"
                                        "\n"
                                        R"({"query":"hop xa ban de","limit":200})"
                                        "\n"
                                        R"({"query":"hop xa ban de","marks":"strict"})"
                                        "\n"
                                        R"({"query":"\"đường mới\"","limit":200})"
                                        "\n"
                                        R"({"query":"\"duong moi\" cầu","limit":200})"
                                        "\n"
                                        R"({"query":"=\"Bình An\"","limit":200})"
                                        "\n"
                                        R"({"query":"title:cầu -lũ","limit":200})"
                                        "\n"
                                        R"({"query":"(đê OR cầu) AND NOT \"họp xã\"","limit":200})"
                                        "\n"
                                        R"({"query":"đê","sort":"newest","limit":200})"
                                        "\n"
                                        R"({"query":"đê","sort":"oldest","limit":50,"offset":7})"
                                        "\n"
                                        R"({"query":"cầu lũ","sort":"title","match":"any","limit":200})"
                                        "\n"
                                        R"({"query":"đê","from":"2018-02-03","to":"05/2018","limit":200})"
                                        "\n"
                                        R"({"query":"source:\"Báo Làng\" đê","limit":200})"
                                        "\n"
                                        R"({"query":"5.700 tỷ","collapse":true,"limit":200})"
                                        "\n"
                                        R"({"query":"đê cầu","limit":0})"
                                        "\n"
                                        R"({"query":"id:a17"})"
                                        "\n";

/// An article as a line; another seed, another text.
std::string line_of(int number, unsigned seed) {
  static const std::vector<std::string> kWords{"họp", "xã", "bàn", "đê", "cầu", "lũ", "đường mới", "Bình An", "5.700"};
  std::mt19937 random(static_cast<unsigned>(number) + seed * 100'000);
  const auto words = [&](int count) {
    std::string text;
    for (int i = 0; i < count; ++i) text += kWords[random() % kWords.size()] + (i % 11 == 10 ? ". " : " ");
    return text;
  };
  const std::string day = std::to_string(1 + random() % 28), month = std::to_string(1 + random() % 12);
  Json article{{"id", "a" + std::to_string(number)}, {"title", words(5)}, {"body", words(40)}};
  article["date"] = day + "/" + month + "/2018";
  article["source"] = random() % 2 == 0 ? "Báo Làng" : "Báo Xã";
  return to_line(article) + "\n";
}

std::string lines_of_articles(int begin, int end, unsigned seed = 0) {
  std::string lines;
  for (int number = begin; number < end; ++number) lines += line_of(number, seed);
  return lines;
}

class IndexSame : public ArchiveTest {
 protected:
  /// What a whole index says.
  struct Says {
    std::string dump, answers, all_hits;
  };

  [[nodiscard]] Says says(const std::string& index) const {
    RunOptions batch;
    batch.input = kQuestions;
    const RunResult answers = run({TIMBAO_QUERY_BIN, "--index", index, "--batch"}, batch);
    EXPECT_EQ(answers.status, 0) << answers.out;
    Says all;
    for (const std::string& line : lines_of(answers.out))
      all.answers += to_line(without_time(Json::parse(line))) + "\n";
    all.all_hits = run({TIMBAO_QUERY_BIN, "--index", index, "-n", "all", "--format", "jsonl", "đê", "cầu"}).out;
    all.dump = run({TIMBAO_INDEX_BIN, "--index", index, "dump"}).out;
    EXPECT_GT(lines_of(all.all_hits).size(), 100U);
    return all;
  }

  void expect_equal(const std::string& index, const Says& expected) const {
    const Says found = says(index);
    EXPECT_EQ(found.dump, expected.dump) << index;
    EXPECT_EQ(found.answers, expected.answers) << index;
    EXPECT_EQ(found.all_hits, expected.all_hits) << index;
  }

  /// Runs `add` once on an index of its own, or once more on it.
  [[nodiscard]] std::string add_to(const std::string& name, std::vector<std::string> arguments) const {
    const std::string index = directory_ / name;
    arguments.insert(arguments.begin(), {TIMBAO_INDEX_BIN, "--index", index, "--quiet", "add"});
    const RunResult result = run(arguments);
    EXPECT_EQ(result.status, 0) << result.err;
    return index;
  }

  [[nodiscard]] static std::vector<std::string> hits_of(const std::string& index, std::size_t limit) {
    return lines_of(run({TIMBAO_QUERY_BIN, "--index", index, "-n", std::to_string(limit), "--format", "ids", "họp",
                         "xã", "bàn", "đê"})
                        .out);
  }

  [[nodiscard]] std::vector<std::string> three_files() const {
    return {directory_.write("archive/m.jsonl", lines_of_articles(0, 300)),
            directory_.write("archive/c.jsonl", lines_of_articles(300, 650)),
            directory_.write("archive/x.jsonl", lines_of_articles(650, 900))};
  }
};

TEST_F(IndexSame, WhateverTheJobs) {
  const std::vector<std::string> files = three_files();
  const Says one = says(add_to("one", {"--jobs=1", files[0], files[1], files[2]}));
  EXPECT_EQ(lines_of(one.dump).size(), 900U);
  expect_equal(add_to("two", {"--jobs=2", files[0], files[1], files[2]}), one);
  expect_equal(add_to("seven", {"--jobs=7", files[0], files[1], files[2]}), one);
}

TEST_F(IndexSame, WhateverTheOrderOfFilesInOneRunOrInThree) {
  const std::vector<std::string> files = three_files();
  const Says expected = says(add_to("named", {files[0], files[1], files[2]}));
  expect_equal(add_to("turned", {files[2], files[0], files[1]}), expected);
  const std::vector<std::vector<std::size_t>> orders{{0, 1, 2}, {2, 1, 0}, {1, 2, 0}};
  for (const std::vector<std::size_t>& order : orders) {
    const std::string name = "runs" + std::to_string(order.front());
    for (const std::size_t file : order) static_cast<void>(add_to(name, {files[file]}));
    expect_equal(directory_ / name, expected);
  }
}

// Where articles stand decides which of them Xapian alone would lose from pages of some sizes: it does in the first order
// and in the last of these.
TEST_F(IndexSame, PagesOfEverySizeJoin) {
  for (const unsigned seed : {5U, 8U, 11U}) {
    std::vector<int> numbers(900);
    std::iota(numbers.begin(), numbers.end(), 0);
    std::shuffle(numbers.begin(), numbers.end(), std::mt19937(seed));
    std::string lines;
    for (const int number : numbers) lines += line_of(number, 0);
    const std::string name = "order" + std::to_string(seed);
    const std::string index = add_to(name, {"--jobs=1", directory_.write(name + ".jsonl", lines)});
    const std::vector<std::string> all = hits_of(index, 900);
    ASSERT_EQ(all.size(), 900U);
    for (std::size_t size = 20; size <= 260; size += 10)
      EXPECT_EQ(hits_of(index, size), std::vector<std::string>(all.begin(), all.begin() + static_cast<long>(size)))
          << "order " << seed << ", page of " << size;
  }
}

TEST_F(IndexSame, WhetherARefreshIsWrittenInPlaceOrAside) {
  std::vector<std::string> indexes{"in_place", "aside"};
  static_cast<void>(three_files());
  for (std::string& name : indexes) name = add_to(name, {archive_});
  std::string changed = lines_of_articles(0, 100, 1);                    // other texts
  changed += lines_of_articles(120, 300) + lines_of_articles(900, 940);  // some gone, some new
  Json much{{"id", "much"}, {"title", "Bài dài về đê"}, {"body", ""}};   // 300 KB: a little for 1G, much for 16M
  for (int i = 0; i < 30'000; ++i) much["body"].get_ref<std::string&>() += i % 20 == 19 ? "lũ, đê. " : "họp xã ";
  static_cast<void>(directory_.write("archive/m.jsonl", changed + to_line(much) + "\n"));
  static_cast<void>(add_to("in_place", {"--memory=1G", "--prune", archive_}));
  static_cast<void>(add_to("aside", {"--memory=16M", "--prune", archive_}));
  EXPECT_FALSE(std::filesystem::exists(indexes[0] + "/g2"));
  EXPECT_TRUE(std::filesystem::exists(indexes[1] + "/g2"));
  const Says expected = says(indexes[1]);
  EXPECT_EQ(lines_of(expected.dump).size(), 921U);
  expect_equal(indexes[0], expected);
  static_cast<void>(directory_.write("dump.jsonl", expected.dump));
  const std::string rebuilt = add_to("rebuilt", {directory_ / "dump.jsonl"});
  expect_equal(rebuilt, expected);
}

}  // namespace
}  // namespace timbao::test
