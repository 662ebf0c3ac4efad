// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: what each line of the prompt does, without a terminal.
#include "query/front/prompt/session.h"

#include <gtest/gtest.h>

#include "common/base/error.h"
#include "query/front/prompt/commands.h"
#include "query/front/prompt/prompt_options.h"
#include "tests/query/front/fake_archive.h"
#include "tests/temp_directory.h"

namespace timbao {
namespace {

using test::FakeArchive;
using test::FakeConsole;

class PromptSessionTest : public testing::Test {
 protected:
  /// Pages of two hits.
  static QueryOptions small_pages() {
    QueryOptions options;
    options.request.limit = 2;
    return options;
  }

  /// What the prompt prints at a line.
  std::string told(const std::string& line) {
    fake_console_.out.str("");
    next_ = answer_prompt_line(line, session_);
    return fake_console_.out.str();
  }

  /// The request of the last answer.
  [[nodiscard]] const SearchRequest& asked() const { return fake_archive_.asked.back(); }

  PromptTools tools() {
    return {[] { return Terminal{}; },
            [this](const std::string& text, const std::string& pattern) {
              shown_ = text;
              pattern_ = pattern;
            },
            [this] { return is_interrupted_; }};
  }

  FakeArchive fake_archive_;
  FakeConsole fake_console_;
  Archive archive_ = fake_archive_.archive();
  Console console_ = fake_console_.console();
  PromptSession session_{small_pages(), archive_, console_, tools()};
  PromptNext next_ = PromptNext::go_on;
  std::string shown_, pattern_;
  bool is_interrupted_ = false;
};

TEST_F(PromptSessionTest, AnswersQueriesAndPassesOverEmptyLines) {
  EXPECT_NE(told("a b c").find("1. (no title)\n   a\n"), std::string::npos);
  EXPECT_EQ(told(""), "");
  EXPECT_EQ(told(" \t"), "");
  EXPECT_EQ(fake_archive_.asked.size(), 1U);
  told(" :n");
  EXPECT_EQ(asked().query.text(), " :n") << "a space makes a query of it";
  told("a\xFF");
  EXPECT_EQ(asked().query.text(), "a\uFFFD");
}

TEST_F(PromptSessionTest, TellsWhatIsWrongOnOneLineAndGoesOn) {
  struct Case {
    std::string line, told;
  };
  for (const Case& c :
       {Case{":", "':' is no command; :help lists them\n"},
        Case{":foo\x1B[2J bar", "':foo [2J' is no command; :help lists them\n"}, Case{":n", "there is no query yet\n"},
        Case{":save x", "there is no query yet\n"}, Case{":o", ":open takes N\n"},
        Case{":o x", "this takes the number of a hit, not 'x'\n"}, Case{":o 1", "no hits are shown\n"},
        Case{":next 2", ":next takes nothing behind it\n"},
        Case{":sort size", ":sort takes relevance, newest, oldest or title, not 'size'\n"},
        Case{":limit all", ":limit takes a whole number here; :save FILE writes all hits\n"},
        Case{":limit", ":limit takes N: hits on a page"},
        Case{":offset 3", "':offset' is no command; :help lists them\n"},
        Case{":index x", "':index' is no command; :help lists them\n"}, Case{":set", "no options are set here\n"}}) {
    EXPECT_EQ(told(c.line).substr(0, c.told.size()), c.told) << c.line;
    EXPECT_EQ(next_, PromptNext::go_on) << c.line;
  }
  EXPECT_TRUE(fake_archive_.asked.empty());
}

TEST_F(PromptSessionTest, TurnsPagesAndStaysWhereThereIsNoOther) {
  told("a b c");
  EXPECT_NE(told(":n").find("3. "), std::string::npos);
  EXPECT_EQ(asked().offset, 2U);
  EXPECT_EQ(told(":n"), "there are no more hits\n");
  EXPECT_NE(told(":p").find("1. "), std::string::npos) << "the page before the one that is shown";
  EXPECT_EQ(told(":previous"), "this is the first page\n");
  told(":n");
  told("a b c");
  EXPECT_EQ(asked().offset, 0U) << "a query begins with its first page";
}

TEST_F(PromptSessionTest, SetsOptionsForThisAndLaterQueries) {
  told("a b c");
  EXPECT_NE(told(":sort newest").find("1. "), std::string::npos) << "the query is answered again";
  EXPECT_EQ(asked().sort, SortOrder::newest);
  told("d");
  EXPECT_EQ(asked().sort, SortOrder::newest);
  told(":sort title");
  told(":from 2018");
  told(":explain");
  EXPECT_EQ(asked().explain, Explain::yes);
  EXPECT_EQ(told(":set"), ":sort title\n:from 2018\n:explain true\n");
  told(":explain");
  EXPECT_EQ(asked().explain, Explain::no);
  told(":explain on");
  EXPECT_EQ(asked().explain, Explain::yes);
  EXPECT_EQ(told(":to 2017"), ":from 2018-01-01 is after --to 2017-12-31\n");
  told(":from");
  EXPECT_FALSE(asked().days.has_value()) << "as the command line said";
  told(":limit 5");
  EXPECT_EQ(asked().limit, std::size_t{5});
  told(":reset");
  EXPECT_EQ(asked().limit, std::size_t{2});
  EXPECT_EQ(asked().sort, SortOrder::relevance);
}

TEST_F(PromptSessionTest, TakesSeveralValuesOfAnOptionThatMayBeGivenSeveralTimes) {
  told("a b c");
  told(":facet source year:3");
  ASSERT_EQ(asked().overview.facets.size(), 2U);
  EXPECT_EQ(asked().overview.facets[1].limit, 3U);
  told(":facet month");
  ASSERT_EQ(asked().overview.facets.size(), 1U);
  EXPECT_EQ(asked().overview.facets[0].field, FacetField::month);
  EXPECT_EQ(told(":compare a"), ":compare compares queries through time: it needs --timeline day, month or year\n");
  told(":timeline year");
  told(":compare a, b | \"c d\"");
  EXPECT_EQ(asked().overview.compared, (std::vector<QueryText>{"a, b", "\"c d\""}));
  EXPECT_EQ(told(":set"), ":facet month\n:timeline year\n:compare a, b | \"c d\"\n");
  told(":compare");
  EXPECT_TRUE(asked().overview.compared.empty());
}

TEST_F(PromptSessionTest, ShowsArticlesLikeAHitInPlaceOfTheQueryUntilTheNextOne) {
  told("a b c");
  told(":like 2");
  EXPECT_EQ(asked().like, "b");
  EXPECT_EQ(asked().query.text(), "");
  told(":sort newest");
  EXPECT_EQ(asked().like, "b");
  told("a");
  EXPECT_EQ(asked().like, "");
  EXPECT_EQ(asked().query.text(), "a");
}

TEST_F(PromptSessionTest, KeepsNoOptionWithWhichTheQueryCannotBeAnswered) {
  told("a b c");
  const auto sound = archive_.search;
  archive_.search = [](const SearchRequest&) -> Answer { throw Error(ExitCode::usage, "--sort cannot be"); };
  EXPECT_EQ(told(":sort newest"), ":sort cannot be\n");
  EXPECT_EQ(told(":set"), "no options are set here\n");
  told(":like 1");
  archive_.search = sound;
  told(":explain");
  EXPECT_EQ(asked().query.text(), "a b c");
}

TEST_F(PromptSessionTest, OpensAHitOfThePageThatIsShown) {
  told("a b c");
  told(":n");
  EXPECT_EQ(told(":o 3"), "");
  EXPECT_NE(shown_.find("Bài c"), std::string::npos);
  EXPECT_EQ(told(":o 1"), "no hit 1 is shown; the page has 3 to 3\n");
  told("unknown");
  EXPECT_EQ(told(":open 1"), "the article is gone from the index\n");
}

TEST_F(PromptSessionTest, SavesAllHitsAndNeverWritesOverAFile) {
  const test::TempDirectory directory;
  told("a b c");
  struct Case {
    std::string name, content;
  };
  for (const Case& c : {Case{"hits.ids", "a\nb\nc\n"}, Case{"hits.txt", "a\nb\nc\n"}, Case{"hits.tsv", "1\t0\ta"},
                        Case{"hits.jsonl", "{\"rank\":1,"}, Case{"tên có dấu cách", "{\"rank\":1,"}}) {
    const std::string file = directory / c.name;
    EXPECT_EQ(told(":save " + file), "wrote 3 hits to " + file + "\n");
    EXPECT_EQ(test::read_file(file).substr(0, c.content.size()), c.content);
  }
  const std::string file = directory.write("there", "mine");
  EXPECT_EQ(told(":save " + file), file + ": File exists; nothing was written; give another name\n");
  EXPECT_EQ(test::read_file(file), "mine");
  is_interrupted_ = true;
  EXPECT_EQ(told(":save " + (directory / "cut")), "interrupted; nothing was saved\n");
  EXPECT_FALSE(std::filesystem::exists(directory / "cut"));
  EXPECT_NE(told(":save " + (directory / "none/x")).find("No such file or directory"), std::string::npos);
}

TEST_F(PromptSessionTest, ListsEveryCommandAndOptionInItsHelp) {
  const std::string help = told(":help");
  for (const PromptCommand& command : prompt_commands())
    EXPECT_NE(help.find(":" + std::string(command.name)), std::string::npos) << command.name;
  for (const QueryOption* option : prompt_options())
    EXPECT_NE(help.find(":" + option->row.long_name()), std::string::npos) << option->row.long_name();
}

TEST_F(PromptSessionTest, HasNoCommandWithTheNameOfAnOption) {
  for (const PromptCommand& command : prompt_commands()) {
    EXPECT_EQ(prompt_option_named(command.name), nullptr) << command.name;
    EXPECT_EQ(prompt_command_named(command.name), &command) << command.name;
  }
}

TEST_F(PromptSessionTest, EndsAtQuit) {
  told(":q");
  EXPECT_EQ(next_, PromptNext::end);
  told(":quit");
  EXPECT_EQ(next_, PromptNext::end);
}

}  // namespace
}  // namespace timbao
