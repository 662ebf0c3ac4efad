// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: a command line that timbao-query cannot read is refused with status 2 and one clear line.
#include "tests/cli/query_fixture.h"

namespace timbao::test {
namespace {

RunResult query_at(const std::string& index, const std::vector<std::string>& arguments) {
  std::vector<std::string> command{TIMBAO_QUERY_BIN, "--index", index};
  command.insert(command.end(), arguments.begin(), arguments.end());
  return run(command);
}

TEST(QueryUsage, TellsAWrongCommandLineOnOneLine) {
  struct Case {
    std::vector<std::string> arguments;
    std::string line;
  };
  const std::vector<Case> cases{
      {{}, "timbao-query: no query; see --help\n"},
      {{"--limit=-3", "x"}, "timbao-query: --limit takes a whole number or 'all', not '-3'; see --help\n"},
      {{"-n", "1", "-n", "2", "x"}, "timbao-query: --limit is given twice; see --help\n"},
      {{"--abbreviations=/dev/null", "--abbreviations=/dev/null", "x"},
       "timbao-query: --abbreviations is given twice; see --help\n"},
      {{"--word-cloud", "year", "x"}, "timbao-query: unknown option '--word-cloud'; see --help\n"},
      {{"đảng", "-họp"}, "timbao-query: unknown option '-họp'; put -- before a word that starts with -\n"},
      {{"-n", "all", "x"},
       "timbao-query: --limit all writes each hit as it comes; give --format jsonl, tsv, ids, csv, bibtex or ris\n"},
  };
  for (const Case& c : cases) {
    const RunResult result = query_at("/nowhere", c.arguments);
    EXPECT_EQ(result.status, 2) << c.line;
    EXPECT_EQ(result.err, c.line);
    EXPECT_EQ(result.out, "");
  }
}

TEST(QueryUsage, TellsAMissingIndex) {
  const TempDirectory directory;
  const RunResult missing = query_at(directory / "none", {"x"});
  EXPECT_EQ(missing.status, 3);
  EXPECT_EQ(lines_of(missing.err).size(), 1U) << missing.err;
  EXPECT_NE(missing.err.find(directory / "none"), std::string::npos) << missing.err;
  EXPECT_EQ(query_at(directory.write("file", "no index"), {"x"}).status, 3);
  EXPECT_EQ(query_at(directory / "none", {"--batch"}).status, 3);
  EXPECT_EQ(query_at(directory / "none", {"--show", "x"}).status, 3);
}

TEST(QueryUsage, PrintsHelpAndVersion) {
  const RunResult help = run({TIMBAO_QUERY_BIN, "--help"});
  EXPECT_EQ(help.status, 0);
  EXPECT_EQ(help.out.substr(0, 13), "timbao-query ");
  for (const std::string& line : lines_of(help.out)) EXPECT_LE(line.size(), 120U) << line;
  const RunResult version = run({TIMBAO_QUERY_BIN, "--version"});
  EXPECT_EQ(version.status, 0);
  EXPECT_EQ(version.out.substr(0, 15), "timbao-query 0.");
}

TEST(QueryUsage, FailsWhenTheOutputIsFull) {
  const RunResult result = run({"bash", "-c", std::string(TIMBAO_QUERY_BIN) + " --help > /dev/full"});
  EXPECT_EQ(result.status, 5);
  EXPECT_EQ(lines_of(result.err).size(), 1U);
}

class QueryIndexes : public QueryTest {};

TEST_F(QueryIndexes, AreSearchedAsOne) {
  const TempDirectory other;
  RunOptions options;
  options.input = "{\"id\":\"khac\",\"title\":\"Ngân sách xã\"}\n";
  ASSERT_EQ(run({TIMBAO_INDEX_BIN, "--index", other / "index", "--quiet", "add", "-"}, options).status, 0);
  EXPECT_EQ(ids({"--index", other / "index", "--match=all", "ngân sách"}).size(), 2U);
  EXPECT_EQ(query({"--index", other / "index", "--show", "khac", "dang-bo"}).status, 0);
}

TEST_F(QueryIndexes, AreFoundInTheEnvironment) {
  RunOptions options;
  options.environment["TIMBAO_INDEX"] = index();
  EXPECT_EQ(run({TIMBAO_QUERY_BIN, "--format=ids", "id:dang-bo"}, options).out, "dang-bo\n");
}

}  // namespace
}  // namespace timbao::test
