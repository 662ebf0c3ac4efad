// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: bash, zsh and fish complete the command lines of both programs with the scripts that these generate, quote what
// they put on the line, and execute nothing of it.
#include <filesystem>
#include <memory>

#include "tests/cli/query_fixture.h"
#include "tests/cli/typed_terminal.h"

namespace timbao::test {
namespace {

using Words = std::vector<std::string>;

constexpr std::string_view kReady = "ready> ";
constexpr std::string_view kHome = "\x01", kDropLine = "\x15";

/// Signs that a shell would act on, in the name of a newspaper.
constexpr std::string_view kOddArticle =
    R"({"id":"la","title":"Tin","body":"Bài.","source":"Lạ $(touch hong) `touch hong`; touch hong & 'a' \\ !b"})"
    "\n";

/// A line as it is typed, and the words that the shell reads of it after one TAB.
struct Typed {
  std::string line;
  Words words;
};

class CompletedLines : public QueryTest {
 protected:
  void SetUp() override {
    QueryTest::SetUp();
    add(kOddArticle);
    for (const std::string shell : {"bash", "zsh", "fish"})
      for (const std::string program : {TIMBAO_INDEX_BIN, TIMBAO_QUERY_BIN}) {
        const RunResult script = run({program, "--generate", "complete-" + shell});
        ASSERT_EQ(script.status, 0) << script.err;
        const std::string name = std::filesystem::path(program).filename();
        static_cast<void>(directory_.write(shell + "/" + (shell == "zsh" ? "_" : "") + name, script.out));
      }
    static_cast<void>(directory_.write("work/thu-tin.jsonl", "{}\n"));
    static_cast<void>(directory_.write("work/bài báo.txt", "Bài\n"));
    std::filesystem::create_directory(directory_ / "work/thu-muc");
  }

  [[nodiscard]] std::map<std::string, std::string> environment() const {
    return {{"HOME", directory_ / "home"},          {"INPUTRC", "/dev/null"}, {"LC_ALL", "C.UTF-8"},
            {"PS1", std::string(kReady)},           {"TERM", "dumb"},         {"TIMBAO_INDEX", index()},
            {"PATH", programs() + ":/usr/bin:/bin"}};
  }

  [[nodiscard]] static std::string programs() { return std::filesystem::path(TIMBAO_QUERY_BIN).parent_path(); }

  /// A shell that waits for a line, in a folder with files and the scripts at hand.
  [[nodiscard]] std::unique_ptr<TypedTerminal> started(const Words& command, const std::string& preparation) const {
    auto shell = std::make_unique<TypedTerminal>(command, TerminalOptions{200, environment()});
    shell->wait_for(kReady);
    shell->type("cd '" + (directory_ / "work") + "'; " + preparation + "\r");
    shell->wait_for(kReady);
    shell->type("show() { printf '<%s>' \"$@\"; echo '#'; }\r");
    shell->wait_for(kReady);
    return shell;
  }

  [[nodiscard]] std::unique_ptr<TypedTerminal> bash() const {
    const std::string scripts = directory_ / "bash";
    return started({"/bin/bash", "--noprofile", "--norc", "-i"},
                   "set +H; source '" + scripts + "/timbao-index'; source '" + scripts + "/timbao-query'");
  }

  [[nodiscard]] std::unique_ptr<TypedTerminal> zsh() const {
    return started({"/usr/bin/zsh", "-f", "-i"}, "setopt no_beep no_bang_hist; fpath=('" + (directory_ / "zsh") +
                                                     "' $fpath); autoload -Uz compinit; compinit -u -D");
  }

  /// The words of a line after TAB: the line becomes the arguments of a function that prints them.
  static Words completed(TypedTerminal& shell, const std::string& line) {
    shell.type(line + "\t" + std::string(kHome) + "show \r");
    std::string shown = shell.wait_for(">#");
    shell.wait_for(kReady);
    shown.resize(shown.size() - 2);
    Words words;
    for (std::size_t at = shown.find("<timbao-"); at < shown.size(); at = shown.find("><", at + 1)) {
      const std::size_t first = at + (shown[at] == '<' ? 1 : 2);
      words.push_back(shown.substr(first, shown.find("><", at + 1) - first));
    }
    return words;
  }

  static void expect_completed(TypedTerminal& shell, const std::vector<Typed>& cases) {
    for (const Typed& typed : cases) EXPECT_EQ(completed(shell, typed.line), typed.words) << typed.line;
  }

  /// What fish offers for a line.
  [[nodiscard]] Words offered_by_fish(const std::string& line) const {
    RunOptions options;
    options.environment = environment();
    options.directory = directory_ / "work";
    const std::string script = "source " + (directory_ / "fish/timbao-index") + "; source " +
                               (directory_ / "fish/timbao-query") + "; complete -C \"$argv[1]\"";
    const RunResult result = run({"/usr/bin/fish", "--no-config", "-c", script, line}, options);
    EXPECT_EQ(result.status, 0) << result.err;
    EXPECT_EQ(result.err, "");
    Words offered;
    for (const std::string& offer : lines_of(result.out)) offered.push_back(offer.substr(0, offer.find('\t')));
    return offered;
  }

  [[nodiscard]] bool was_executed() const { return std::filesystem::exists(directory_ / "work/hong"); }

  /// The filter by the odd name, as the program prints it.
  [[nodiscard]] std::string odd_filter() const {
    const std::string printed = query({"--generate", "words", "source:la"}).out;
    return printed.substr(0, printed.size() - 1);
  }
};

/// What bash and zsh make of the same keys.
const std::vector<Typed>& same_in_both() {
  static const std::vector<Typed> kCases{
      {"timbao-index sta", {"timbao-index", "stats"}},
      {"timbao-index stats --js", {"timbao-index", "stats", "--json"}},
      {"timbao-index --quie", {"timbao-index", "--quiet"}},
      {"timbao-index --quiet check --wai", {"timbao-index", "--quiet", "check", "--wait"}},
      {"timbao-index check --prun", {"timbao-index", "check", "--prun"}},  // an option of another command
      {"timbao-index add --format ht", {"timbao-index", "add", "--format", "html"}},
      {"timbao-index add --format=ht", {"timbao-index", "add", "--format=html"}},
      {"timbao-index add thu-t", {"timbao-index", "add", "thu-tin.jsonl"}},
      {"timbao-index add b", {"timbao-index", "add", "bài báo.txt"}},
      {"timbao-index add 'b", {"timbao-index", "add", "bài báo.txt"}},
      {"timbao-index add --errors thu-t", {"timbao-index", "add", "--errors", "thu-tin.jsonl"}},
      {"timbao-index add --jobs thu-t", {"timbao-index", "add", "--jobs", "thu-t"}},
      {"timbao-index remove thu-t", {"timbao-index", "remove", "thu-t"}},
      {"timbao-query --so", {"timbao-query", "--sort"}},
      {"timbao-query --sort new", {"timbao-query", "--sort", "newest"}},
      {"timbao-query --sort=new", {"timbao-query", "--sort=newest"}},
      {"timbao-query -n 5 --facet mon", {"timbao-query", "-n", "5", "--facet", "month"}},
      {"timbao-query sect", {"timbao-query", "section:"}},
      {"timbao-query kha", {"timbao-query", "khám"}},
      {"timbao-query title:kha", {"timbao-query", "title:khám"}},
      {"timbao-query ngân -n 3 sach", {"timbao-query", "ngân", "-n", "3", "sách"}},
      {"timbao-query section:x", {"timbao-query", "section:\"Xây dựng Đảng\""}},
      {"timbao-query section:\\\"xây\\ d", {"timbao-query", "section:\"xây dựng Đảng\""}},
      {"timbao-query 'ngân sách section:x", {"timbao-query", "ngân sách section:\"Xây dựng Đảng\""}},
      {"timbao-query \"ngân sách section:x", {"timbao-query", "ngân sách section:\"Xây dựng Đảng\""}},
      {"timbao-query -- kha", {"timbao-query", "--", "khám"}},
      {"timbao-query --serve section:x", {"timbao-query", "--serve", "section:x"}},  // its words are no query
      {"timbao-query --limit kha", {"timbao-query", "--limit", "kha"}},
      {"timbao-query xyzxyz", {"timbao-query", "xyzxyz"}},
      {"timbao-query kha$UNSET", {"timbao-query", "kha"}},  // nothing is known of it
  };
  return kCases;
}

TEST_F(CompletedLines, OfBashHaveCommandsOptionsValuesPathsAndWordsOfTheArchive) {
  const auto shell = bash();
  expect_completed(*shell, same_in_both());
}

TEST_F(CompletedLines, OfZshHaveCommandsOptionsValuesPathsAndWordsOfTheArchive) {
  const auto shell = zsh();
  expect_completed(*shell, same_in_both());
}

TEST_F(CompletedLines, HaveFoldersAlone) {
  const auto in_bash = bash();
  expect_completed(*in_bash, {{"timbao-index --index thu", {"timbao-index", "--index", "thu-muc/"}},
                              {"timbao-index --index=thu", {"timbao-index", "--index=thu-muc/"}}});
  const auto in_zsh = zsh();  // whose slash goes with the next sign
  expect_completed(*in_zsh, {{"timbao-index --index thu", {"timbao-index", "--index", "thu-muc"}},
                             {"timbao-index --index=thu", {"timbao-index", "--index=thu-muc"}}});
}

TEST_F(CompletedLines, OfBashStayAsTheyAreWhereSeveralWordsBeginOtherwise) {
  const auto shell = bash();
  expect_completed(*shell, {{"timbao-query dang", {"timbao-query", "dang"}},
                            {"timbao-query source:bao", {"timbao-query", "source:bao"}},
                            {"timbao-query -n 2 dang", {"timbao-query", "-n", "2", "dang"}}});
}

TEST_F(CompletedLines, AreQuotedByBash) {
  const auto shell = bash();
  ASSERT_NE(odd_filter().find("$(touch hong)"), std::string::npos);
  expect_completed(*shell, {{"timbao-query source:la", {"timbao-query", odd_filter()}},
                            {"timbao-query 'source:la", {"timbao-query", odd_filter()}},
                            {"timbao-query \"source:la", {"timbao-query", odd_filter()}}});
  EXPECT_FALSE(was_executed());
}

TEST_F(CompletedLines, AreQuotedByZsh) {
  const auto shell = zsh();
  expect_completed(*shell, {{"timbao-query source:la", {"timbao-query", odd_filter()}},
                            {"timbao-query 'source:la", {"timbao-query", odd_filter()}},
                            {"timbao-query \"source:la", {"timbao-query", odd_filter()}}});
  EXPECT_FALSE(was_executed());
}

TEST_F(CompletedLines, AreNotExecuted) {
  for (const auto& shell : {bash(), zsh()}) {
    for (const char* line :
         {"timbao-query \"$(touch hong)\" kha", "timbao-query `touch hong` kha", "timbao-query $(touch hong) --so",
          "timbao-index add $(touch hong) --form", "timbao-query --index $(touch hong) kha"})
      shell->type(line + std::string("\t") + std::string(kDropLine));
    EXPECT_EQ(completed(*shell, "timbao-index sta"), (Words{"timbao-index", "stats"}));
  }
  for (const char* line : {"timbao-query \"$(touch hong)\" sect", "timbao-query (touch hong) sect"})
    EXPECT_EQ(offered_by_fish(line), Words{"section:"}) << line;
  EXPECT_FALSE(was_executed());
}

TEST_F(CompletedLines, OfFishHaveCommandsOptionsValuesPathsAndWordsOfTheArchive) {
  const std::vector<Typed> cases{
      {"timbao-index sta", {"stats"}},
      {"timbao-index stats --js", {"--json"}},
      {"timbao-index check --prun", {}},
      {"timbao-index add --format ht", {"html"}},
      {"timbao-index add --format=ht", {"--format=html"}},
      {"timbao-index add thu-t", {"thu-tin.jsonl"}},
      {"timbao-index add --errors thu-t", {"thu-tin.jsonl"}},
      {"timbao-index --index thu-", {"thu-muc/"}},
      {"timbao-index remove thu-t", {}},
      {"timbao-query --so", {"--sort"}},
      {"timbao-query --sort new", {"newest"}},
      {"timbao-query --facet mon", {"month"}},
      {"timbao-query sect", {"section:"}},
      {"timbao-query section:", {"section:\"Thời sự\"", "section:\"Xây dựng Đảng\""}},
      {"timbao-query 'ngân sách section:\"X", {"ngân sách section:\"Xây dựng Đảng\""}},
      {"timbao-query khá", {"khám"}},
      {"timbao-query --serve sect", {}},
  };
  for (const Typed& typed : cases) EXPECT_EQ(offered_by_fish(typed.line), typed.words) << typed.line;
}

TEST_F(CompletedLines, NeedAnIndexOnlyForWordsOfTheArchive) {
  const TempDirectory empty;
  for (const char* what : {"man", "complete-bash", "complete-zsh", "complete-fish"})
    for (const char* program : {TIMBAO_INDEX_BIN, TIMBAO_QUERY_BIN}) {
      const RunResult result = run({"env", "-i", program, "--generate", what});
      EXPECT_EQ(result.status, 0) << result.err;
      EXPECT_EQ(result.out, run({program, "--generate", what}).out) << "the same everywhere";
    }
  EXPECT_EQ(run({TIMBAO_QUERY_BIN, "--index", empty / "none", "--generate", "words", "da"}).status, 3);
}

TEST_F(CompletedLines, AreMadeOfWordsALineEach) {
  EXPECT_EQ(query({"--generate", "words", "section:"}).out, "section:\"Thời sự\"\nsection:\"Xây dựng Đảng\"\n");
  EXPECT_EQ(query({"--generate=words", "--limit=x", "--", "-họp", "ngân sách sect"}).out, "ngân sách section:\n");
  EXPECT_EQ(query({"--generate", "words", "xyzxyz"}).status, 1);
  EXPECT_EQ(query({"--generate", "words"}).status, 1);
  EXPECT_EQ(query({"--generate", "words", "--help", "sect"}).status, 1) << "no query is being typed";
}

TEST_F(CompletedLines, AreRefusedForWhatIsNotGenerated) {
  EXPECT_EQ(refusal({"--generate", "pdf"}),
            "timbao-query: --generate takes man, complete-bash, complete-zsh, complete-fish or words, not 'pdf'; see "
            "--help\n");
  EXPECT_EQ(refusal({"--generate", "man", "--generate", "man"}),
            "timbao-query: --generate is given twice; see --help\n");
  const RunResult result = run({TIMBAO_INDEX_BIN, "--generate", "words"});
  EXPECT_EQ(result.status, 2);
  EXPECT_EQ(
      result.err,
      "timbao-index: --generate takes man, complete-bash, complete-zsh or complete-fish, not 'words'; see --help\n");
}

}  // namespace
}  // namespace timbao::test
