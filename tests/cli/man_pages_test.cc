// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: the manual pages are rendered without a warning, and hold what --help and the pages of docs/ hold.
#include <filesystem>

#include "tests/cli/process.h"

#include <gtest/gtest.h>

namespace timbao::test {
namespace {

/// A page as `man` shows it on a terminal of 80 columns.
std::string rendered(const std::string& file) {
  RunOptions options;
  options.environment = {{"LC_ALL", "C.UTF-8"}, {"MANWIDTH", "80"}, {"MANROFFSEQ", ""}, {"MANOPT", ""}};
  const RunResult page = run({"man", "--warnings", "-l", file}, options);
  EXPECT_EQ(page.status, 0) << file;
  EXPECT_EQ(page.err, "") << file;
  const RunResult groff = run({"groff", "-mandoc", "-ww", "-Tutf8", file}, options);
  EXPECT_EQ(groff.status, 0) << file;
  EXPECT_EQ(groff.err, "") << file;
  return page.out;
}

/// Text with one space for each row of white space, as words are compared whatever the width of the lines.
std::string in_one_line(const std::string& text) {
  std::string line;
  for (const char letter : text) {
    const bool is_space = letter == ' ' || letter == '\n';
    if (!is_space || (!line.empty() && line.back() != ' ')) line += is_space ? ' ' : letter;
  }
  return line;
}

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

/// The rows of options in --help: "  -n, --limit N    hits on a page…".
std::vector<std::string> options_of(const std::string& program) {
  std::vector<std::string> options;
  for (const std::string& line : lines_of(run({program, "--help"}).out)) {
    if (line.substr(0, 3) != "  -" && line.substr(0, 8) != "      --") continue;
    const std::size_t first = line.find("--");
    options.push_back(line.substr(first, line.find(' ', first) - first));
  }
  return options;
}

TEST(ManPages, OfTheProgramsHaveEveryOptionAndAreRenderedWithoutAWarning) {
  const TempDirectory directory;
  for (const std::string program : {TIMBAO_INDEX_BIN, TIMBAO_QUERY_BIN}) {
    const RunResult made = run({program, "--generate", "man"});
    ASSERT_EQ(made.status, 0) << made.err;
    const std::string page = in_one_line(rendered(directory.write("page.1", made.out)));
    for (const char* section :
         {"NAME", "SYNOPSIS", "DESCRIPTION", "ENVIRONMENT", "EXAMPLES", "EXIT STATUS", "SEE ALSO"})
      EXPECT_TRUE(holds(page, std::string(" ") + section + " ")) << section;
    const std::vector<std::string> options = options_of(program);
    EXPECT_GE(options.size(), 20U);
    for (const std::string& option : options) EXPECT_TRUE(holds(page, option)) << option;
  }
}

TEST(ManPages, AreFoundByTheirNames) {
  const TempDirectory directory;
  std::filesystem::create_directories(directory / "man/man1");
  static_cast<void>(directory.write("man/man1/timbao-query.1", run({TIMBAO_QUERY_BIN, "--generate", "man"}).out));
  RunOptions options;
  options.environment = {{"LC_ALL", "C.UTF-8"}, {"MANPATH", directory / "man"}};
  EXPECT_TRUE(holds(run({"man", "timbao-query"}, options).out, "searches Vietnamese news"));
  EXPECT_TRUE(holds(run({"lexgrog", directory / "man/man1/timbao-query.1"}, options).out,
                    "timbao-query - searches Vietnamese news, with and without marks"));
}

TEST(ManPages, OfDocsHaveTheirSectionsListsTablesAndExamples) {
  const TempDirectory directory;
  const RunResult made = run({"python3", TIMBAO_SOURCE_DIR "/scripts/make-man.py", directory / "pages"});
  ASSERT_EQ(made.status, 0) << made.err;
  const std::string language = rendered(directory / "pages/timbao-query-language.7");
  for (const std::string line : {"\nWords\n", "\n   Facets\n", "           timbao-query xay dung dang\n",
                                 "       •   A word typed without marks stands", "\n       (dầu OR lẻ) NEAR/1 xăng\n",
                                 "finds: gia-xang; because: any of two"})
    EXPECT_TRUE(holds(language, line)) << line;
  EXPECT_TRUE(holds(language, "(timbao-index-format(5))")) << "a link to a page that is a manual page";
  const std::string replicate = rendered(directory / "pages/timbao-replicate.1");
  EXPECT_TRUE(holds(replicate, "\n           timbao-replicate /var/lib/timbao/index /mnt/second/index\n"));
  const std::string format = in_one_line(rendered(directory / "pages/timbao-index-format.5"));
  for (const std::string words : {"Directory DIR/ XAPIANDB a Xapian stub file",
                                  "prefix and form: S + reading term; example: Sdang~93; wdf: the impact",
                                  "1. Take the folded tokens of the body, in order"})
    EXPECT_TRUE(holds(format, words)) << words;
}

TEST(ManPages, OfDocsHaveEveryHeadingOfTheirPage) {
  const TempDirectory directory;
  ASSERT_EQ(run({"python3", TIMBAO_SOURCE_DIR "/scripts/make-man.py", directory / "pages"}).status, 0);
  const std::vector<std::pair<std::string, std::string>> pages{{"query-language.md", "timbao-query-language.7"},
                                                               {"index-format.md", "timbao-index-format.5"},
                                                               {"replicas.md", "timbao-replicate.1"}};
  for (const auto& [source, name] : pages) {
    std::size_t headings = 0, wanted = 0;
    bool is_block = false;
    for (const std::string& line : lines_of(read_file(TIMBAO_SOURCE_DIR "/docs/" + source))) {
      if (line.substr(0, 3) == "```") is_block = !is_block;
      if (!is_block && line.substr(0, 2) == "##") ++wanted;
    }
    for (const std::string& line : lines_of(read_file(directory / "pages/" + name)))
      if (line.substr(0, 4) == ".SH " || line.substr(0, 4) == ".SS ") ++headings;
    EXPECT_EQ(headings, wanted + 3) << "NAME, DESCRIPTION, SEE ALSO and those of " << source;
  }
}

}  // namespace
}  // namespace timbao::test
