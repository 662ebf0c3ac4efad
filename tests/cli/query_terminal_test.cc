// SPDX-License-Identifier: GPL-2.0-or-later
// What a person sees on a terminal: lines of its width, highlights where it can show them, and no control sequences of
// articles.
#include <algorithm>
#include <array>

#include "common/base/escape.h"
#include "common/text/columns.h"
#include "tests/cli/on_terminal.h"
#include "tests/cli/query_fixture.h"

namespace timbao::test {
namespace {

class QueryTerminal : public QueryTest {
 protected:
  [[nodiscard]] std::string shown(std::vector<std::string> arguments, const TerminalOptions& options) const {
    arguments.insert(arguments.begin(), {TIMBAO_QUERY_BIN, "--index", index()});
    return run_on_terminal(arguments, options);
  }
};

constexpr std::string_view kOddArticles =
    R"({"id":"dai","title":"Chợ nổi \u001b[31mđỏ\u009b31m\u202e ngược","body":"Chợ họp. ====================================================================================================","source":"B\u2066áo\u2069","tags":["\u202e"],"x\u001b[2Jy":"1"})"
    "\n"
    R"({"id":"rong","title":"日本語の新聞記事日本語の新聞記事日本語の新聞記事 chợ","body":"Chợ 😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀."})"
    "\n";

TEST_F(QueryTerminal, WrapsLinesToItsWidthBetweenWords) {
  EXPECT_EQ(shown({"-n1", "ngân sách hội đồng"}, {40, {{"TERM", "dumb"}}}),
            "1. Hội đồng nhân dân tỉnh bàn ngân sách\n"
            "   năm 2018\n"
            "   2018-01-31 · Báo tỉnh\n"
            "   Đại biểu thảo luận phân bổ 5.700 tỷ\n"
            "   đồng. Chủ tọa nhắc việc bàn giao đất\n"
            "   theo Chỉ thị 05-CT/TW.\n"
            "   ngan-sach\n"
            "\n"
            "1 article has all the words; 1 to 1 of\n"
            "those with any of them shown\n");
  EXPECT_EQ(query({"-n1", "ngân sách hội đồng"}).out,
            "1. Hội đồng nhân dân tỉnh bàn ngân sách năm 2018\n"
            "   2018-01-31 · Báo tỉnh\n"
            "   Đại biểu thảo luận phân bổ 5.700 tỷ đồng. Chủ tọa nhắc việc bàn giao đất theo Chỉ thị 05-CT/TW.\n"
            "   ngan-sach\n"
            "\n"
            "1 article has all the words; 1 to 1 of those with any of them shown\n")
      << "a pipe has no width";
}

TEST_F(QueryTerminal, HasNoLineThatIsWiderThanItAndNoControlFromAnArticle) {
  add(kOddArticles);
  for (const unsigned short columns : std::array<unsigned short, 4>{20, 40, 80, 120})
    for (const std::string kind : {"dumb", "xterm"})
      for (const std::vector<std::string>& arguments : std::vector<std::vector<std::string>>{
               {"chợ"}, {"--explain", "chợ"}, {"--show", "dai", "rong", "ngan-sach"}, {"--snippet", "1000", "chợ"}})
        for (std::string line : lines_of(shown(arguments, {columns, {{"TERM", kind}}}))) {
          EXPECT_LE(columns_of(line), columns) << line;
          for (const std::string sign : {"\x1B[1m", "\x1B[0m"})
            for (std::size_t at = line.find(sign); at != line.npos; at = line.find(sign)) line.erase(at, sign.size());
          EXPECT_EQ(find_control(line), line.size()) << line;
        }
}

TEST_F(QueryTerminal, TakesItsWidthFromTheEnvironmentWhereItHasNone) {
  EXPECT_EQ(shown({"-n1", "ngân sách hội đồng"}, {0, {{"COLUMNS", "40"}}}),
            shown({"-n1", "ngân sách hội đồng"}, {40, {{"COLUMNS", "70"}}}));
  EXPECT_EQ(shown({"-n1", "ngân sách hội đồng"}, {0, {}}), query({"-n1", "ngân sách hội đồng"}).out);
}

TEST_F(QueryTerminal, ShowsMarksOnlyWhereTheyAreWanted) {
  using Variables = std::map<std::string, std::string>;
  const auto has_marks = [&](const std::string& highlight, const Variables& variables) {
    return shown({"--highlight", highlight, "ngân sách"}, {80, variables}).find("\x1B[1m") != std::string::npos;
  };
  EXPECT_TRUE(has_marks("auto", {{"TERM", "xterm-256color"}}));
  EXPECT_TRUE(has_marks("auto", {{"TERM", "xterm"}, {"NO_COLOR", ""}}));
  EXPECT_FALSE(has_marks("auto", {{"TERM", "dumb"}}));
  EXPECT_FALSE(has_marks("auto", {}));
  EXPECT_FALSE(has_marks("auto", {{"TERM", "xterm"}, {"NO_COLOR", "1"}}));
  EXPECT_FALSE(has_marks("auto", {{"TERM", "xterm"}, {"CLICOLOR", "0"}}));
  EXPECT_TRUE(has_marks("ansi", {{"TERM", "dumb"}, {"NO_COLOR", "1"}})) << "asked for is asked for";
  EXPECT_FALSE(has_marks("none", {{"TERM", "xterm"}}));
}

TEST_F(QueryTerminal, GetsMachineFormatsAsTheyAre) {
  add(kOddArticles);
  for (const std::string format : {"json", "jsonl", "tsv", "ids", "csv", "bibtex", "ris"})
    for (const std::string& line : lines_of(shown({"--format", format, "chợ"}, {40, {{"TERM", "xterm"}}}))) {
      std::string columns = line;
      if (format == "tsv") columns.erase(std::remove(columns.begin(), columns.end(), '\t'), columns.end());
      EXPECT_EQ(find_control(columns), columns.size()) << line;
    }
}

TEST_F(QueryTerminal, GetsProgressAsLinesWhereItIsDumb) {
  const std::string file = directory_.write("a.jsonl", "{\"title\":\"Tin mới\"}\n");
  const std::vector<std::string> add_command{TIMBAO_INDEX_BIN, "--index", directory_ / "other", "add", file};
  EXPECT_EQ(run_on_terminal(add_command, {80, {{"TERM", "dumb"}}}).find('\x1B'), std::string::npos);
}

}  // namespace
}  // namespace timbao::test
