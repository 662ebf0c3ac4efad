// SPDX-License-Identifier: GPL-2.0-or-later
// Ids that one program prints are ids that both programs read.
#include <set>
#include <sstream>

#include "tests/cli/query_fixture.h"

namespace timbao::test {
namespace {

/// None begins or ends with white space.
std::vector<std::string> odd_ids() {
  return {"tab\tid",
          "dòng\nhai",
          "a\r\nb",
          R"(a\nb)",
          R"(\u0041)",
          R"(\\t)",
          R"(C:\dir\x)",
          "cuối\\",
          "u\u2028v\u2029w",
          "u\u0085v",
          "e\x1B[31mf",
          "a\u00A0b",
          "a\u202Ebc",
          "a\u2066x\u2069y",
          "a\u200E\u200F\u061Cb",
          "\U0001F600",
          "a\x7F\u009Bb",
          "-",
          "--show",
          "#",
          "\"a\",'b'",
          "a;b|c&d",
          "ch\uFFFDo",
          R"(\ud83d)",
          "a  b",
          std::string("a\0b", 3),
          std::string(100'000, 'd') + "\tả",
          "%E9",
          "a\u200Bb",
          "đảng/ủy.txt!x"};
}

std::string articles_with(const std::vector<std::string>& ids) {
  std::string lines;
  for (const std::string& id : ids) lines += Json{{"id", id}, {"title", "Tin chung"}}.dump() + "\n";
  return lines;
}

class RoundTrip : public QueryTest {
 protected:
  void SetUp() override {
    const std::vector<std::string> ids = odd_ids();
    add(articles_with(ids));
    // Names of files keep every byte in their ids; of a record's id add may make one line.
    for (const std::string name : {"dòng\nhai.txt", "a\r\nb.txt", "\u2028\x1B[0m.txt", R"(a\n.txt)"})
      static_cast<void>(directory_.write("texts/" + name, "Tin chung\n\nBà con họp bàn.\n"));
    const std::string texts = directory_ / "texts";
    EXPECT_EQ(run({TIMBAO_INDEX_BIN, "--index", index(), "--quiet", "add", "--root", texts, texts}).status, 0);
    for (const Json& article : objects(run({TIMBAO_INDEX_BIN, "--index", index(), "dump"}).out))
      wanted_.insert(article["id"]);
    ASSERT_EQ(wanted_.size(), ids.size() + 4);
    ASSERT_EQ(wanted_.count("dòng\nhai.txt"), 1U);
  }

  /// The ids of the whole articles that --show prints for what it reads.
  [[nodiscard]] std::set<std::string> shown(const std::string& input) const {
    const RunResult result = query({"--show", "--format", "json", "-"}, input);
    EXPECT_EQ(result.status, 0) << result.err;
    std::set<std::string> ids;
    for (const Json& article : objects(result.out)) EXPECT_TRUE(ids.insert(article["id"]).second);
    return ids;
  }

  [[nodiscard]] RunResult remove(const std::vector<std::string>& ids, const std::string& input = {}) const {
    std::vector<std::string> command{TIMBAO_INDEX_BIN, "--index", index(), "remove"};
    command.insert(command.end(), ids.begin(), ids.end());
    RunOptions options;
    options.input = input;
    return run(command, options);
  }

  std::set<std::string> wanted_;  ///< what the index holds
};

TEST_F(RoundTrip, IdsOfTheFormatIdsAreReadByShow) {
  const std::string printed = query({"--format", "ids", "-n", "all", "chung"}).out;
  EXPECT_EQ(lines_of(printed).size(), wanted_.size());
  EXPECT_TRUE(shown(printed) == wanted_);
}

TEST_F(RoundTrip, IdsOfTheColumnsOfTsvAreReadByShow) {
  std::string printed;
  for (const std::string& line : lines_of(query({"--format", "tsv", "-n", "all", "chung"}).out)) {
    std::istringstream columns(line);
    std::string column;
    for (int i = 0; i < 3; ++i) std::getline(columns, column, '\t');
    printed += column + "\r\n";
  }
  EXPECT_TRUE(shown(printed) == wanted_) << "with the line ends of another system too";
}

TEST_F(RoundTrip, PrintedIdsAreReadByRemove) {
  const RunResult result = remove({"-"}, query({"--format", "ids", "-n", "all", "chung"}).out);
  EXPECT_EQ(result.status, 0) << result.err;
  EXPECT_EQ(result.err, "removed " + std::to_string(wanted_.size()) + "\n");
  EXPECT_EQ(query({"--format", "ids", "-n", "all", "chung"}).out, "");
  const RunResult again = run({TIMBAO_INDEX_BIN, "--index", index(), "add", directory_ / "texts"});
  EXPECT_NE(again.err.find("4 read under another name"), std::string::npos) << again.err;
  RunOptions options;
  options.input = articles_with(odd_ids());
  const RunResult kept = run({TIMBAO_INDEX_BIN, "--index", index(), "add", "-"}, options);
  EXPECT_NE(kept.err.find("kept out " + std::to_string(odd_ids().size()) + " that were removed"), std::string::npos)
      << kept.err;
}

TEST_F(RoundTrip, IdsAreTakenAsTheyAreInArguments) {
  EXPECT_EQ(query({"--show", "--format", "json", R"(\u0041)"}).status, 0);
  EXPECT_EQ(query({"--show", "--format", "json", R"(tab\tid)"}).status, 1);
  EXPECT_EQ(query({"--show", "--format", "json", "tab\tid"}).status, 0);
  EXPECT_EQ(remove({R"(a\nb)"}).err, "removed 1\n");
  EXPECT_EQ(query({"--show", "--format", "json", "-"}, "a\\\\nb\n").status, 1) << "it was this one";
}

TEST_F(RoundTrip, RemoveReadsArgumentsAndStandardInputTogether) {
  const RunResult result = remove({"#", "-", "vắng"}, "\uFEFF%E9\n\n\\ud83d\r\n#\n");
  EXPECT_EQ(result.status, 1);
  EXPECT_EQ(result.err, "timbao-index: vắng: no article has this id; it is kept out from now on\nremoved 3\n");
  EXPECT_EQ(remove({"-"}).err, "removed 0\n") << "of nothing";
}

TEST_F(RoundTrip, LongUnknownIdsAreToldInShort) {
  const std::string id(100'000, 'x');
  EXPECT_EQ(query({"--show", "-"}, id + "\n").err,
            "timbao-query: no article has the id '" + std::string(200, 'x') + "…'\n");
  EXPECT_LT(remove({"-"}, id + "\n").err.size(), 400U);
}

}  // namespace
}  // namespace timbao::test
