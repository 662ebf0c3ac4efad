// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: a command line is split into options and words without guessing, and what is wrong with it is told in one
// line.
#include "common/base/cli.h"

#include <gtest/gtest.h>

#include "common/base/cli_help.h"
#include "common/base/error.h"

namespace timbao {
namespace {

const std::vector<OptionRow>& rows() {
  static const std::vector<OptionRow> kRows = {
      {"limit,n", "N", Times::once, "How many hits."},     {"index", "DIR", Times::many, "Where the index is."},
      {"quiet,q", "", Times::once, "Says nothing."},       {"verbose", "", Times::many, "Says more."},
      {"near", "[=N]", Times::once, "Says what is near."},
  };
  return kRows;
}

CommandLine parse(const std::vector<std::string>& arguments) { return parse_command_line(arguments, rows()); }

// The line that a user would see: "message; hint".
std::string refusal(const std::vector<std::string>& arguments) {
  try {
    parse(arguments);
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::usage);
    return error.message() + "; " + error.hint();
  }
  return "accepted";
}

using Words = std::vector<std::string>;

TEST(CommandLine, TakesOptionsBeforeBetweenAndAfterTheWords) {
  for (const Words& arguments : {Words{"--limit=5", "đảng", "-q", "ủy"}, Words{"đảng", "--limit", "5", "ủy", "--quiet"},
                                 Words{"-n5", "-q", "đảng", "ủy"}, Words{"đảng", "ủy", "-qn", "5"},
                                 Words{"-qn5", "đảng", "ủy"}, Words{"-n", "5", "-q", "--", "đảng", "ủy"}}) {
    const CommandLine line = parse(arguments);
    EXPECT_EQ(line.value("limit"), "5");
    EXPECT_TRUE(line.has("quiet"));
    EXPECT_FALSE(line.has("index"));
    EXPECT_EQ(line.value("index"), std::nullopt);
    EXPECT_EQ(line.words(), (Words{"đảng", "ủy"}));
  }
}

TEST(CommandLine, EndsTheOptionsAtTwoDashes) {
  EXPECT_EQ(parse({"--", "-n", "--limit", "--", "-"}).words(), (Words{"-n", "--limit", "--", "-"}));
}

TEST(CommandLine, TakesOneDashAndEmptyTextAsWords) {
  EXPECT_EQ(parse({"-", "", "a b"}).words(), (Words{"-", "", "a b"}));
}

TEST(CommandLine, KeepsRepeatedValuesInTheirOrder) {
  const CommandLine line = parse({"--index=b", "--index", "a", "--verbose", "--index=b", "--verbose"});
  EXPECT_EQ(line.values("index"), (Words{"b", "a", "b"}));
  EXPECT_EQ(line.value("index"), "b");
  EXPECT_EQ(line.values("verbose").size(), 2U);
  EXPECT_TRUE(line.values("limit").empty());
}

TEST(CommandLine, KeepsAValueAsItWasTyped) {
  for (const std::string value : {"-3", "a=b", "đảng", " ", "\xFF"}) {
    EXPECT_EQ(parse({"--limit=" + value}).value("limit"), value);
    EXPECT_EQ(parse({"--limit", value}).value("limit"), value);
    EXPECT_EQ(parse({"-n", value}).value("limit"), value);
  }
  EXPECT_EQ(parse({"--index=--quiet"}).value("index"), "--quiet");
}

TEST(CommandLine, RefusesWhatItDoesNotKnow) {
  struct Case {
    Words arguments;
    std::string line;
  };
  const std::vector<Case> cases = {
      {{"--lim=3"}, "unknown option '--lim'; see --help"},  // no guessing
      {{"--lim", "3"}, "unknown option '--lim'; see --help"},
      {{"--Limit=3"}, "unknown option '--Limit'; see --help"},
      {{"--n=3"}, "unknown option '--n'; see --help"},
      {{"a", "--facet"}, "unknown option '--facet'; see --help"},
      {{"--=x"}, "unknown option '--'; see --help"},
      {{"--="}, "unknown option '--'; see --help"},
      {{"--facet="}, "unknown option '--facet'; see --help"},
      {{"---x"}, "unknown option '---x'; see --help"},
      {{"-limit=3"}, "unknown option '-limit=3'; put -- before a word that starts with -"},
      {{"-đăng"}, "unknown option '-đăng'; put -- before a word that starts with -"},
      {{"-400"}, "unknown option '-400'; put -- before a word that starts with -"},
      {{"-qx"}, "unknown option '-qx'; put -- before a word that starts with -"},
  };
  for (const Case& one : cases) EXPECT_EQ(refusal(one.arguments), one.line);
}

TEST(CommandLine, RefusesNamesThatLookLikePlacesInBoostsMessages) {
  for (const std::string name :
       {"--%option%", "--%%option%%", "--a%option%b", "--%prefix%", "--%value%", "--%canonical_option%"})
    for (const std::string& argument : {name, name + "=", name + "=x"})
      EXPECT_EQ(refusal({argument, "x"}), "unknown option '" + name + "'; see --help");
  EXPECT_EQ(refusal({"--limit=%option%", "--quiet=%option%"}), "--quiet takes no value; see --help");
}

TEST(CommandLine, RefusesAMissingAnUnwantedAndASecondValue) {
  struct Case {
    Words arguments;
    std::string line;
  };
  const std::vector<Case> cases = {
      {{"--limit"}, "--limit needs a value (N); see --help"},
      {{"--limit="}, "--limit needs a value (N); see --help"},
      {{"-n"}, "--limit needs a value (N); see --help"},
      {{"--limit", "--quiet"}, "--limit needs a value (N); see --help"},
      {{"-n", "--quiet"}, "--limit needs a value (N); see --help"},
      {{"--limit", "--unknown"}, "--limit needs a value (N); see --help"},
      {{"--limit", "--", "x"}, "--limit needs a value (N); see --help"},
      {{"--index"}, "--index needs a value (DIR); see --help"},
      {{"--quiet=yes"}, "--quiet takes no value; see --help"},
      {{"--quiet="}, "--quiet takes no value; see --help"},
      {{"--limit=1", "--limit=1"}, "--limit is given twice; see --help"},
      {{"--limit=1", "x", "-n", "2"}, "--limit is given twice; see --help"},
      {{"-qq"}, "--quiet is given twice; see --help"},
  };
  for (const Case& one : cases) EXPECT_EQ(refusal(one.arguments), one.line) << one.arguments[0];
}

TEST(CommandLine, HoldsTrueForAnOptionWithoutAValue) {
  EXPECT_EQ(parse({"-q"}).value("quiet"), "true");
  EXPECT_EQ(parse({"--verbose", "--verbose"}).values("verbose"), (Words{"true", "true"}));
}

TEST(CommandLine, TakesAValueThatMayBeLeftOutOnlyBehindItsSign) {
  const CommandLine alone = parse({"--near", "5", "đảng"});
  EXPECT_EQ(alone.value("near"), "true");
  EXPECT_EQ(alone.words(), (Words{"5", "đảng"}));
  EXPECT_EQ(parse({"--near=5", "đảng"}).value("near"), "5");
  EXPECT_EQ(parse({"đảng", "--near"}).value("near"), "true");
  EXPECT_EQ(refusal({"--near="}), "--near needs a value (N); see --help");
  EXPECT_EQ(parse({"--near", "--quiet"}).value("quiet"), "true");
  const CommandLine word = parse({"--", "--near"});
  EXPECT_FALSE(word.has("near"));
  EXPECT_EQ(word.words(), Words{"--near"});
  EXPECT_EQ(refusal({"--near", "--near=3"}), "--near is given twice; see --help");
  EXPECT_EQ(refusal({"--index", "--near"}), "--index needs a value (DIR); see --help");
}

TEST(CommandLine, LosesItsFirstWordAndKeepsItsOptions) {
  const CommandLine line = parse({"add", "--limit=5", "a", "b"}).behind_first_word();
  EXPECT_EQ(line.words(), (Words{"a", "b"}));
  EXPECT_EQ(line.value("limit"), "5");
}

/// What the setters of a small table were given.
struct Given {
  Words values;
};

TEST(SetOptions, GivesEachValueToItsSetterInTheOrderOfTheTable) {
  const auto note = [](Given& given, const OptionValue& value) {
    given.values.push_back(value.option + "=" + value.text);
  };
  const std::vector<Option<Given>> table = {
      {{"index", "DIR", Times::many, "Where the index is."}, note},
      {{"limit,n", "N", Times::once, "How many hits."}, note},
      {{"quiet,q", "", Times::once, "Says nothing."}, note},
      {{"help", "", Times::once, "Has no setter."}},
  };
  Given given;
  set_options(table, parse_command_line({"-q", "-n", "3", "--index=b", "--help", "--index=a"}, option_rows_of(table)),
              given);
  EXPECT_EQ(given.values, (Words{"index=b", "index=a", "limit=3", "quiet=true"}));
}

TEST(InWords, ListsNamesAndChoices) {
  EXPECT_EQ(in_words({"add"}, "and"), "add");
  EXPECT_EQ(in_words({"add", "remove", "stats"}, "and"), "add, remove and stats");
  EXPECT_EQ(in_words({{"auto", "by its content"}, {"text", ""}, {"json", "one object"}}),
            "auto (by its content), text or json (one object)");
  EXPECT_EQ(in_words(std::vector<Choice>{}), "");
}

TEST(DescribeOptions, PrintsARowAnOption) {
  EXPECT_EQ(describe_options(rows()),
            "  -n, --limit N    How many hits.\n"
            "      --index DIR  Where the index is.\n"
            "  -q, --quiet      Says nothing.\n"
            "      --verbose    Says more.\n"
            "      --near[=N]   Says what is near.\n");
}

TEST(DescribeOptions, WrapsAtAHundredColumns) {
  std::string help;
  for (int i = 0; i < 60; ++i) help += "đảng ";
  const std::string text = describe_options({{"limit,n", "N", Times::once, help + "xong."}});
  EXPECT_EQ(text.find("  -n, --limit N  đảng đảng"), 0U);
  EXPECT_NE(text.find("\n                 đảng"), std::string::npos);
  std::size_t columns = 0;
  for (const char c : text) {
    columns = c == '\n' ? 0 : columns + ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0);
    EXPECT_LE(columns, 100U);
  }
}

}  // namespace
}  // namespace timbao
