// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: the prompt of timbao-query, driven through a pseudo-terminal as a person drives it.
#include <sys/stat.h>

#include <csignal>
#include <filesystem>
#include <utility>

#include "common/text/columns.h"
#include "tests/cli/query_fixture.h"
#include "tests/cli/typed_terminal.h"

namespace timbao::test {
namespace {

constexpr std::string_view kReady = "timbao> ";
constexpr std::string_view kUp = "\x1B[A", kControlC = "\x03", kControlD = "\x04", kRubout = "\x7F";

class PromptTest : public QueryTest {
 protected:
  /// What a terminal has, and no more: a home of its own, and no settings of readline.
  [[nodiscard]] TerminalOptions terminal(std::map<std::string, std::string> added = {}) const {
    added.insert({{"HOME", directory_ / "home"},
                  {"XDG_STATE_HOME", directory_ / "state"},
                  {"INPUTRC", "/dev/null"},
                  {"LC_ALL", "C.UTF-8"},
                  {"PATH", "/usr/bin:/bin"},
                  {"TERM", "xterm"}});
    return {80, added};
  }

  [[nodiscard]] std::vector<std::string> command(const std::vector<std::string>& arguments = {}) const {
    std::vector<std::string> all{TIMBAO_QUERY_BIN, "--index", index()};
    all.insert(all.end(), arguments.begin(), arguments.end());
    return all;
  }

  /// A script that stands in for a pager: it writes down its arguments and what it is given.
  [[nodiscard]] std::string pager_script(const std::string& name) const {
    const std::string record = directory_ / "shown";
    const std::string script =
        directory_.write(name, "#!/bin/sh\nprintf '%s\\n' \"$@\" > " + record + ".arguments\ncat > " + record + "\n");
    std::filesystem::permissions(script, std::filesystem::perms::owner_all);
    return script;
  }

  [[nodiscard]] std::string history_file() const { return directory_ / "state/timbao/history"; }
};

bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

void end(TypedTerminal& terminal) {
  terminal.type(kControlD);
  EXPECT_EQ(terminal.wait_for_end().status, 0);
}

TEST_F(PromptTest, OpensWithoutAQueryAndAnswers) {
  for (const std::vector<std::string>& arguments : std::vector<std::vector<std::string>>{{}, {"--repl"}}) {
    TypedTerminal typed(command(arguments), terminal());
    typed.wait_for(kReady);
    typed.type("dang bo\r");
    EXPECT_TRUE(holds(typed.wait_for("shown"), "dang-bo"));
    typed.wait_for(kReady);
    end(typed);
  }
}

TEST_F(PromptTest, KeepsItsHistoryPrivateAndRecallsItInTheNextSession) {
  {
    TypedTerminal typed(command(), terminal());
    typed.wait_for(kReady);
    typed.type("đa\u0309ng bo\u0302\u0323\r");
    EXPECT_TRUE(holds(typed.wait_for("shown"), "dang-bo")) << "decomposed letters are understood";
    typed.wait_for(kReady);
    end(typed);
  }
  struct stat found {};
  ASSERT_EQ(::stat(history_file().c_str(), &found), 0);
  EXPECT_EQ(found.st_mode & 0777U, 0600U);
  EXPECT_EQ(read_file(history_file()), "đảng bộ\n");
  TypedTerminal typed(command(), terminal());
  typed.wait_for(kReady);
  typed.type(kUp);
  EXPECT_TRUE(holds(typed.wait_for("bộ"), "đảng")) << "and shown composed";
  typed.type("\r");
  EXPECT_TRUE(holds(typed.wait_for("shown"), "dang-bo"));
  typed.wait_for(kReady);
  end(typed);
  EXPECT_EQ(read_file(history_file()), "đảng bộ\n") << "a line that is repeated is kept once";
}

TEST_F(PromptTest, ShowsTheWordsThatCompleteUnmarkedLettersAndThenPutsThemOnTheLine) {
  TypedTerminal typed(command({"--explain"}), terminal());
  typed.wait_for(kReady);
  typed.type("dang\t");
  const std::string shown = typed.wait_for("timbao> dang");
  EXPECT_TRUE(holds(shown, "đảng"));
  EXPECT_TRUE(holds(shown, "đăng"));
  typed.type("\t\t\r");
  EXPECT_TRUE(holds(typed.wait_for("shown"), "1. ")) << "the second of two";
  EXPECT_TRUE(holds(typed.wait_for(kReady), "read as: đ"));
  end(typed);
}

TEST_F(PromptTest, CompletesFieldsNamesCommandsAndValues) {
  TypedTerminal typed(command({"--explain"}), terminal());
  typed.wait_for(kReady);
  typed.type("tit\tdan\t");
  typed.wait_for("title:đảng");
  typed.type(std::string(kControlC));
  typed.wait_for(kReady);
  typed.type("source:\"bao t\t\r");
  EXPECT_TRUE(holds(typed.wait_for("shown"), "ngan-sach"));
  typed.wait_for(kReady);
  typed.type(":sor\tnew\t\r");
  typed.wait_for(":sort newest");
  EXPECT_TRUE(holds(typed.wait_for("shown"), "ngan-sach"));
  typed.wait_for(kReady);
  end(typed);
}

TEST_F(PromptTest, TurnsPages) {
  TypedTerminal typed(command({"-n1"}), terminal());
  typed.wait_for(kReady);
  typed.type("dang\r");
  EXPECT_TRUE(holds(typed.wait_for("1 to 1"), "1. "));
  typed.wait_for(kReady);
  typed.type(":n\r");
  EXPECT_TRUE(holds(typed.wait_for("2 to 2"), "2. "));
  typed.wait_for(kReady);
  typed.type(":n\r");
  typed.wait_for("there are no more hits\r\n");
  typed.wait_for(kReady);
  typed.type(":p\r");
  EXPECT_TRUE(holds(typed.wait_for("1 to 1"), "1. "));
  typed.wait_for(kReady);
  typed.type(":p\r");
  typed.wait_for("this is the first page\r\n");
  typed.wait_for(kReady);
  end(typed);
}

TEST_F(PromptTest, OpensAHitInThePagerAtItsFirstHighlight) {
  const std::string pager = pager_script("less");
  TypedTerminal typed(command(), terminal({{"PAGER", pager + "  -S"}}));
  typed.wait_for(kReady);
  typed.type("dang bo\r");
  typed.wait_for(kReady);
  typed.type(":o 1\r");
  typed.wait_for(kReady);
  EXPECT_EQ(lines_of(read_file(directory_ / "shown.arguments")),
            (std::vector<std::string>{"-S", "-R", "+/\\bĐảng\\b|\\bbộ\\b"}));
  EXPECT_TRUE(holds(read_file(directory_ / "shown"), "Đảng bộ huyện tổng kết"));
  typed.type(":o 7\r");
  typed.wait_for("no hit 7 is shown; the page has 1 to ");
  typed.wait_for(kReady);
  end(typed);
}

TEST_F(PromptTest, GivesLessAPatternThatFindsTheHighlights) {
  if (!std::filesystem::exists("/usr/bin/less")) GTEST_SKIP() << "less is not installed";
  TypedTerminal typed(command(), terminal({{"LESS", ""}}));
  typed.wait_for(kReady);
  typed.type("phan bo\r");
  typed.wait_for(kReady);
  typed.type(":o 1\r");
  EXPECT_TRUE(holds(typed.wait_for("phân\x1B[27m \x1B[7mbổ\x1B[27m"), "Đại biểu"))
      << "less shows what its pattern matches";
  typed.type("q");
  typed.wait_for(kReady);
  end(typed);
}

TEST_F(PromptTest, TellsAPagerThatCannotBeStarted) {
  TypedTerminal typed(command(), terminal({{"PAGER", "/nowhere/pager; ls"}}));
  typed.wait_for(kReady);
  typed.type("dang bo\r");
  typed.wait_for(kReady);
  typed.type(":o 1\r");
  typed.wait_for("the pager '/nowhere/pager;' cannot be started; set PAGER to another one\r\n");
  typed.wait_for(kReady);
  end(typed);
}

TEST_F(PromptTest, DropsTheLineAndNotItselfAtControlC) {
  TypedTerminal typed(command(), terminal());
  typed.wait_for(kReady);
  typed.type("lời bỏ dở");
  typed.wait_for("dở");
  typed.type(std::string(kControlC));
  typed.wait_for("^C");
  typed.wait_for(kReady);
  typed.type("\x12ngan");  // in the middle of a search of the history
  typed.wait_for("search");
  typed.type(std::string(kControlC));
  typed.wait_for("^C");
  typed.wait_for(kReady);
  typed.type("dang bo\r");
  EXPECT_TRUE(holds(typed.wait_for("shown"), "dang-bo"));
  typed.wait_for(kReady);
  end(typed);
  EXPECT_EQ(read_file(history_file()), "dang bo\n");
}

TEST_F(PromptTest, DropsOnlyWhatWasTypedBeforeControlC) {
  const std::string line = "lời bỏ dở", search = "\x12ngan", count = "\0335", quote = "\x16";
  for (const std::string& started : {line, search, count, quote}) {
    TypedTerminal typed(command(), terminal());
    typed.wait_for(kReady);
    typed.type(started + std::string(kControlC) + "dang bo\r");
    typed.wait_for("^C");
    EXPECT_TRUE(holds(typed.wait_for("shown"), "dang-bo")) << started;
    typed.wait_for(kReady);
    end(typed);
  }
}

TEST_F(PromptTest, EndsBySignalsWithTheTerminalAsItWas) {
  TypedTerminal typed(command(), terminal());
  typed.wait_for(kReady);
  typed.type("dở dang");
  typed.wait_for("dang");
  typed.signal(SIGTERM);
  const TypedTerminal::End ended = typed.wait_for_end();
  EXPECT_EQ(ended.status, 128 + SIGTERM);
  EXPECT_TRUE(holds(ended.text, "\x1B[?2004l")) << "pasting is as before";
}

TEST_F(PromptTest, FollowsTheWidthOfTheTerminal) {
  TypedTerminal typed(command({"-n1"}), terminal({{"NO_COLOR", "1"}}));
  typed.wait_for(kReady);
  typed.resize(40);
  typed.type("ngân sách hội đồng\r");
  typed.wait_for("\r\n");
  const std::string narrow = typed.wait_for("any of them shown");
  for (const std::string& line : lines_of(narrow)) EXPECT_LE(columns_of(line), 41U) << line;
  typed.wait_for(kReady);
  typed.resize(120);
  typed.type(":p\r:n\r:p\r");
  EXPECT_TRUE(holds(typed.wait_for("1 to 1 of those with any of them shown"), "bàn ngân sách năm 2018\r\n"));
  typed.wait_for(kReady);
  end(typed);
}

TEST_F(PromptTest, TakesLettersAsInputMethodsSendThem) {
  TypedTerminal typed(command({"--explain"}), terminal());
  typed.wait_for(kReady);
  std::string keys = "dang";  // Telex: each key that changes letters sends backspaces and the letters again
  keys += std::string(kRubout) + std::string(kRubout) + std::string(kRubout) + std::string(kRubout) + "đang";
  keys += std::string(kRubout) + std::string(kRubout) + std::string(kRubout) + "ảng bo" + std::string(kRubout) + "ô";
  keys += std::string(kRubout) + "ộ\r";
  typed.type(keys);
  EXPECT_TRUE(holds(typed.wait_for("read as: đảng bộ\r\n"), "dang-bo"));
  typed.wait_for(kReady);
  end(typed);
}

TEST_F(PromptTest, TakesAPastedTextOfSeveralLinesAsOneQuery) {
  TypedTerminal typed(command({"--explain"}), terminal());
  typed.wait_for(kReady);
  typed.type("\x1B[200~Đảng bộ\nhuyện\x1B[201~\r");
  typed.wait_for("read as: Đảng bộ huyện\r\n");
  typed.wait_for(kReady);
  end(typed);
  EXPECT_EQ(read_file(history_file()), "Đảng bộ huyện\n");
}

TEST_F(PromptTest, WorksOnPlainTerminalsAndInTheLocaleC) {
  for (const auto& [name, value] :
       std::vector<std::pair<std::string, std::string>>{{"TERM", "dumb"}, {"LC_ALL", "C"}, {"LC_ALL", "xx_YY"}}) {
    TypedTerminal typed(command({"--explain"}), terminal({{name, value}, {"NO_COLOR", "1"}}));
    typed.wait_for(kReady);
    typed.type("đảng bộx" + std::string(kRubout) + std::string(kRubout) + "ộ\r");
    const std::string answer = typed.wait_for("read as: đảng bộ\r\n");
    EXPECT_TRUE(holds(answer, "Đảng bộ huyện")) << answer;
    EXPECT_EQ(holds(answer, "\x1B["), value != "dumb") << answer;
    typed.wait_for(kReady);
    end(typed);
  }
}

TEST_F(PromptTest, SeesWhatAWriterPublishesBetweenQueries) {
  TypedTerminal typed(command(), terminal());
  typed.wait_for(kReady);
  typed.type("sương mù\r");
  typed.wait_for("no article found");
  typed.wait_for(kReady);
  add("{\"id\":\"suong\",\"title\":\"Sương mù trên đèo\"}\n");
  typed.type("sương mù\r");
  EXPECT_TRUE(holds(typed.wait_for("shown"), "suong"));
  typed.wait_for(kReady);
  end(typed);
}

TEST_F(PromptTest, SavesAllHitsToANewFile) {
  const std::string file = directory_ / "hits.ids";
  TypedTerminal typed(command({"-n1"}), terminal());
  typed.wait_for(kReady);
  typed.type("dang\r");
  typed.wait_for(kReady);
  typed.type(":save " + file + "\r");
  typed.wait_for("wrote 2 hits to ");
  typed.wait_for(kReady);
  EXPECT_EQ(lines_of(read_file(file)).size(), 2U);
  typed.type(":save " + file + "\r");
  typed.wait_for("nothing was written; give another name");
  typed.wait_for(kReady);
  end(typed);
}

TEST_F(PromptTest, ReadsLinesOfAPipeWithoutAPrompt) {
  const RunResult result = query({"--repl", "-n1"}, ":nothing\ndang bo\n:q\nunread\n");
  EXPECT_EQ(result.status, 0);
  EXPECT_EQ(lines_of(result.out).at(0), "':nothing' is no command; :help lists them");
  EXPECT_TRUE(holds(result.out, "1. Đảng bộ huyện"));
  EXPECT_FALSE(holds(result.out, kReady));
  EXPECT_EQ(query({}, "dang\n").status, 2) << "no query, and no terminal";
  EXPECT_EQ(query({"--repl", "dang"}).err,
            "timbao-query: --repl reads queries at a prompt; 'dang' is too much; see --help\n");
}

}  // namespace
}  // namespace timbao::test
