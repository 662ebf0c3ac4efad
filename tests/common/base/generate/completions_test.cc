// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: the scripts of completions hold every command, option and value of a program, and its texts as texts alone. That
// shells complete with them is tested by tests/cli/completed_lines_test.cc.
#include <gtest/gtest.h>

#include "common/base/generate/bash_completion.h"
#include "common/base/generate/fish_completion.h"
#include "common/base/generate/generate.h"
#include "common/base/generate/shell_text.h"
#include "common/base/generate/word_kind.h"
#include "common/base/generate/zsh_completion.h"
#include "tests/common/base/generate/small_program.h"

namespace timbao {
namespace {

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

TEST(ShellText, IsOneWordOfAShell) {
  struct Case {
    std::string text, quoted, for_fish;
  };
  const std::vector<Case> cases{
      {"", "''", "''"},
      {"html", "html", "'html'"},
      {"--limit=5", "--limit=5", "'--limit=5'"},
      {"a b", "'a b'", "'a b'"},
      {"$(x) `y` \"z\" \\", "'$(x) `y` \"z\" \\'", "'$(x) `y` \"z\" \\\\'"},
      {"it's", "'it'\\''s'", "'it\\'s'"},
      {"~", "'~'", "'~'"},
      {"đảng", "'đảng'", "'đảng'"},
  };
  for (const Case& one : cases) {
    EXPECT_EQ(shell_quoted(one.text), one.quoted);
    EXPECT_EQ(fish_quoted(one.text), one.for_fish);
  }
}

TEST(ShellText, IsFilledInOnce) {
  EXPECT_EQ(filled("complete -F @F@ @P@", {{"F", "_ls"}, {"P", "ls"}}), "complete -F _ls ls");
  EXPECT_EQ(filled("\"${a[@]}\" @P@ a@b", {{"P", "ls"}}), "\"${a[@]}\" ls a@b") << "other signs stay";
  EXPECT_EQ(filled("@P@@P@", {{"P", "@P@"}}), "@P@@P@") << "what is filled in is not looked at again";
  EXPECT_EQ(filled("", {{"P", "x"}}), "");
}

TEST(WordKind, FollowsFromWhatAWordIsCalled) {
  const std::vector<std::pair<std::string, WordKind>> cases{
      {"FILE", WordKind::file},        {"PATH...", WordKind::file},  {"DIR", WordKind::folder},
      {"[QUERY...]", WordKind::query}, {"N", WordKind::text},        {"FIELD[:N]", WordKind::text},
      {"HOST:PORT", WordKind::text},   {"", WordKind::text},         {"...", WordKind::text},
      {"FILES", WordKind::text},       {"[TEXT...]", WordKind::text}};
  for (const auto& [called, kind] : cases) EXPECT_EQ(word_kind(called), kind) << called;
}

TEST(EveryOption, StandsThereOnce) {
  std::vector<std::string> names;
  for (const OptionRow& row : every_option(test::small_program())) names.push_back(row.long_name());
  EXPECT_EQ(names, (std::vector<std::string>{"index", "marks", "facet", "near", "quiet", "wait", "errors"}));
}

TEST(BashCompletion, HasATableOfCommandsAndOneOfValues) {
  const std::string script = bash_completion(test::small_program());
  for (const std::string line :
       {"    '') options=(--index --marks --facet --near --quiet -q) values=(read list) ;;\n",
        "    read) options=(--wait -w --errors --index --marks --facet --near --quiet -q) kind=file ;;\n",
        "    list) options=(--wait -w --index --marks --facet --near --quiet -q) kind=text ;;\n",
        "    --index | --index=) kind=folder ;;\n", "    --marks | --marks=) kind=text values=(fold strict) ;;\n",
        "    --facet | --facet=) kind=text values=(source year) ;;\n", "    --near=) kind=text ;;\n",
        "    --wait | -w | --wait=) kind=text ;;\n", "    --errors | --errors=) kind=file ;;\n",
        "\ncomplete -F _bao_xem bao-xem\n"})
    EXPECT_TRUE(holds(script, line)) << line << script;
  EXPECT_FALSE(holds(script, "    --quiet"));
  EXPECT_TRUE(holds(bash_completion(test::asking_program()), "    '') options=(--limit -n --compare) kind=query ;;\n"));
}

TEST(ZshCompletion, HasAnArgumentForEachOption) {
  const std::string script = zsh_completion(test::small_program());
  for (const std::string line :
       {"#compdef bao-xem\n", "        '--index=[the $INDEX]:DIR:_files -/'\n",
        "        '--marks=[how]:HOW:((fold\\:đảng\\:\\ dang strict))'\n",
        "        '*--facet=[counts]:FIELD[\\:N]:((source year))'\n", "        '--near=-[near \\\\ far]::N: '\n",
        "        '(-q --quiet)--quiet[says nothing]'\n        '(-q --quiet)-q[says nothing]'\n",
        "                '(-w --wait)--wait=[waits '\\''so'\\'' long: 5]:SECONDS: ' \\\n",
        "        'read:reads [them]'\n        'list:lists what'\\''s there'\n", "                '*:PATH...:_files'\n"})
    EXPECT_TRUE(holds(script, line)) << line << script;
  EXPECT_TRUE(holds(zsh_completion(test::asking_program()), "        '*:[QUERY...]:_bao-tim_words'\n"));
}

TEST(FishCompletion, HasALineForEachOption) {
  const std::string script = fish_completion(test::small_program());
  for (const std::string line :
       {"complete -c bao-xem -f\n",
        "complete -c bao-xem -l index -x -a '(__fish_complete_directories)' -d 'the $INDEX'\n",
        "complete -c bao-xem -l marks -x -a 'fold strict' -d 'how'\n",
        "complete -c bao-xem -l facet -x -a 'source year' -d 'counts'\n",
        "complete -c bao-xem -l near -d 'near \\\\ far'\n", "complete -c bao-xem -s q -l quiet -d 'says nothing'\n",
        "complete -c bao-xem -n 'not __fish_seen_subcommand_from read list' -a read -d 'reads [them]'\n",
        "complete -c bao-xem -n '__fish_seen_subcommand_from read' -l errors -r -F -d 'writes `faults`'\n",
        "complete -c bao-xem -n '__fish_seen_subcommand_from read' -F\n",
        "complete -c bao-xem -n '__fish_seen_subcommand_from list' -s w -l wait -x -d 'waits \\'so\\' long: 5'\n"})
    EXPECT_TRUE(holds(script, line)) << line << script;
  EXPECT_TRUE(holds(fish_completion(test::asking_program()), "-a '(__bao_tim_words)'\n"));
}

TEST(Generate, MakesEachOfItsKinds) {
  const std::vector<std::pair<Generated, std::string>> kinds{{Generated::man, ".TH "},
                                                             {Generated::complete_bash, "complete -F "},
                                                             {Generated::complete_zsh, "#compdef "},
                                                             {Generated::complete_fish, "complete -c "}};
  for (const auto& [what, sign] : kinds) {
    const std::string text = generate(what, test::small_program());
    EXPECT_TRUE(holds(text, sign)) << sign;
    EXPECT_EQ(text.back(), '\n');
    EXPECT_FALSE(holds(text, "@PROGRAM@") || holds(text, "@FUNCTION@"));
  }
}

}  // namespace
}  // namespace timbao
