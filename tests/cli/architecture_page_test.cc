// SPDX-License-Identifier: GPL-2.0-or-later
// What ARCHITECTURE.md says of files and of data is what the project holds and what the programs do.
#include <gtest/gtest.h>
#include <xapian.h>

#include <filesystem>
#include <regex>
#include <string>
#include <vector>

#include "common/base/json.h"
#include "tests/cli/process.h"

namespace timbao::test {
namespace {

std::string page() { return read_file(TIMBAO_SOURCE_DIR "/ARCHITECTURE.md"); }

/// The text of the page's block that begins with the line "```NAME".
std::string block(const std::string& name) {
  const std::string text = page(), head = "\n```" + name + "\n";
  const std::size_t begin = text.find(head);
  if (begin == std::string::npos) return {};
  const std::size_t first = begin + head.size();
  return text.substr(first, text.find("\n```", first) + 1 - first);
}

/// An index of the page's articles.
class ArchitecturePage : public ::testing::Test {
 protected:
  void SetUp() override {
    const std::string file = directory_.write("articles.jsonl", block("jsonl"));
    const RunResult added = run({TIMBAO_INDEX_BIN, "--index", index(), "--quiet", "add", file});
    ASSERT_EQ(added.status, 0) << added.err;
  }

  [[nodiscard]] std::string index() const { return directory_ / "index"; }

 private:
  TempDirectory directory_;
};

TEST(ArchitecturePageFiles, AllExist) {
  const std::string text = page();
  const std::regex path("`((?:common|indexer|query|tests|docs|bench|scripts|samples|cmake)/[A-Za-z0-9_./-]*)`");
  std::size_t paths = 0;
  for (std::sregex_iterator found(text.begin(), text.end(), path), end; found != end; ++found, ++paths) {
    const std::string name = std::string(TIMBAO_SOURCE_DIR "/") + (*found)[1].str();
    // A unit is named without its ending where header and source are meant.
    EXPECT_TRUE(std::filesystem::exists(name) || std::filesystem::exists(name + ".h")) << (*found)[1];
  }
  EXPECT_GT(paths, 40U);
}

TEST(ArchitecturePageTokens, AreThoseOfTheTokenizer) {
  const std::string title = Json::parse(lines_of(block("jsonl")).at(0))["title"];
  std::string table;
  for (const std::string& line : lines_of(run({TIMBAO_INDEX_BIN, "tokens", title}).out)) {
    const Json token = Json::parse(line);
    table += token["text"].get<std::string>() + " " + std::to_string(token["start"].get<int>()) + " " +
             std::to_string(token["end"].get<int>()) + " " + token["folded"].get<std::string>() + " " +
             token["exact"].get<std::string>() + "\n";
  }
  EXPECT_EQ(block("tokens"), table);
}

TEST_F(ArchitecturePage, NamesTermsOfTheArticleWithTheirImpacts) {
  const Xapian::Database database(index());
  const std::regex row("(.+) ([0-9]+)");
  std::size_t terms = 0;
  for (const std::string& line : lines_of(block("terms"))) {
    std::smatch found;
    ASSERT_TRUE(std::regex_match(line, found, row)) << line;
    Xapian::PostingIterator posting = database.postlist_begin(found[1]);
    ASSERT_NE(posting, database.postlist_end(found[1])) << line;
    EXPECT_EQ(*posting, 1U) << line;
    EXPECT_EQ(std::to_string(posting.get_wdf()), found[2]) << line;
    ++terms;
  }
  EXPECT_GT(terms, 10U);
}

TEST_F(ArchitecturePage, ShowsTheAnswerOfItsQuery) {
  std::string query = block("query");
  query.pop_back();
  EXPECT_EQ(block("answer"), run({TIMBAO_QUERY_BIN, "--index", index(), "--explain", query}).out);
}

}  // namespace
}  // namespace timbao::test
