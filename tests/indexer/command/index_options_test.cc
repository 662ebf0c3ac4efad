// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/command/index_options.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "common/base/error.h"
#include "indexer/command/add_command.h"
#include "indexer/command/check_command.h"
#include "indexer/command/command_table.h"
#include "indexer/command/index_description.h"
#include "indexer/command/remove_command.h"
#include "indexer/command/stats_command.h"

namespace timbao {
namespace {

using Words = std::vector<std::string>;

/// The options of a command, from a command line that names it.
template <typename Options>
Options options_of(Options (*parse)(const CommandLine&, const CommonOptions&), const Words& arguments) {
  static_cast<void>(parse_index_options(arguments));  // refuses what belongs to another command
  const CommandLine line = parse_command_line(arguments, index_option_rows());
  return parse(line.behind_first_word(), parse_common_options(line));
}

AddOptions add_options(const Words& arguments) { return options_of(parse_add, arguments); }

/// What --format takes.
Words format_names() {
  Words names{"auto"};
  for (const auto& [value, name, help] : kFormatNames) names.emplace_back(name);
  return names;
}

std::string usage_error(const Words& arguments) {
  try {
    parse_index_options(arguments);
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::usage);
    return error.message();
  }
  return "no error";
}

TEST(IndexOptions, TakesOptionsBeforeAndAfterTheCommandAndThePaths) {
  const AddOptions options = add_options({"--index", "/tmp/x", "add", "--jobs=2", "a", "--memory", "64M", "b"});
  EXPECT_EQ(options.index, "/tmp/x");
  EXPECT_EQ(options.jobs, 2U);
  EXPECT_EQ(options.memory_bytes, 64U << 20U);
  EXPECT_EQ(options.sources.paths, (Words{"a", "b"}));
}

TEST(IndexOptions, HasDefaults) {
  const AddOptions options = add_options({"--index=x", "add", "a"});
  EXPECT_EQ(options.memory_bytes, 256U << 20U);
  EXPECT_EQ(options.article_bytes, 16U << 20U);
  EXPECT_GE(options.jobs, 1U);
  EXPECT_FALSE(options.format.has_value());
  EXPECT_FALSE(options.dry_run);
  EXPECT_EQ(options.verbosity, Verbosity::normal);
}

TEST(IndexOptions, ReadsEveryOptionOfAdd) {
  const AddOptions options = add_options({"add", "--index=x", "--format=jsonl", "--files0-from=list", "--include=*.a",
                                          "--include=*.b", "--exclude=c", "--source=Báo", "--root=/r",
                                          "--max-article=1M", "--dry-run", "--errors=e", "--quiet"});
  EXPECT_EQ(options.format, Format::jsonl);
  EXPECT_EQ(options.sources.files0_from, "list");
  EXPECT_EQ(options.sources.include, (Words{"*.a", "*.b"}));
  EXPECT_EQ(options.sources.exclude, Words{"c"});
  EXPECT_EQ(options.source, "Báo");
  EXPECT_EQ(options.sources.root, "/r");
  EXPECT_EQ(options.article_bytes, 1U << 20U);
  EXPECT_TRUE(options.dry_run);
  EXPECT_EQ(options.errors_file, "e");
  EXPECT_EQ(options.verbosity, Verbosity::quiet);
}

TEST(IndexOptions, ReadsAMapOfKeys) {
  const KeyMap map = add_options({"add", "a", "--map", "title=Tên bài,body=3,body=noi_dung"}).map;
  EXPECT_EQ(map.meaning_of("ten_bai").part, Part::title);
  EXPECT_EQ(map.meaning_of("3").part, Part::body);
  EXPECT_LT(map.meaning_of("3").rank, map.meaning_of("noidung").rank);
  for (const char* map_text : {"", ",", "title", "title=", "titel=a", "title=a,,", "title=0", "=a", "title=_"})
    EXPECT_EQ(usage_error({"add", "a", std::string("--map=") + map_text}).rfind("--map ", 0), 0U) << map_text;
}

TEST(IndexOptions, ReadsTheUpkeepOptions) {
  const AddOptions options = add_options({"add", "--index=x", "a", "--prune", "--force", "--restore", "--wait=30"});
  EXPECT_TRUE(options.prune);
  EXPECT_TRUE(options.force);
  EXPECT_TRUE(options.restore);
  EXPECT_FALSE(options.rebuild);
  EXPECT_EQ(options.wait.count(), 30);
  const AddOptions rebuild = add_options({"add", "--index=x", "--rebuild"});
  EXPECT_TRUE(rebuild.rebuild);
  EXPECT_TRUE(rebuild.sources.paths.empty());
  EXPECT_EQ(rebuild.wait.count(), 0);
  const RemoveOptions remove = options_of(parse_remove, {"remove", "a", "b", "--index=x", "--wait=5"});
  EXPECT_EQ(remove.ids, (Words{"a", "b"}));
  EXPECT_EQ(remove.wait.count(), 5);
  EXPECT_EQ(options_of(parse_check, {"check", "--index=x", "--wait=7"}).wait.count(), 7);
  EXPECT_EQ(options_of(parse_stats, {"stats", "--index=x", "--json"}).format, StatsFormat::json);
}

TEST(IndexOptions, LeavesPathsBehindTwoDashesAlone) {
  EXPECT_EQ(add_options({"add", "--index=x", "--", "--jobs", "-"}).sources.paths, (Words{"--jobs", "-"}));
}

TEST(IndexOptions, TakesHelpAndVersionWhateverElseStandsThere) {
  EXPECT_EQ(parse_index_options({"--help"}).command, "help");
  EXPECT_EQ(parse_index_options({"add", "--help"}).command, "help");
  EXPECT_EQ(parse_index_options({"--version"}).command, "version");
}

TEST(IndexOptions, RefusesWhatMakesNoSense) {
  struct Case {
    Words arguments;
    std::string message;
  };
  const std::vector<Case> cases{
      {{}, "no command; there are add, remove, stats, check, compact, dump and tokens"},
      {{"ad"}, "unknown command 'ad'; there are add, remove, stats, check, compact, dump and tokens"},
      {{"add"}, "add needs a PATH, or - for JSONL on standard input"},
      {{"add", "a", "--jobs=0"}, "--jobs takes a whole number from 1 to 256, not '0'"},
      {{"add", "a", "--jobs=-3"}, "--jobs takes a whole number from 1 to 256, not '-3'"},
      {{"add", "a", "--jobs=2x"}, "--jobs takes a whole number from 1 to 256, not '2x'"},
      {{"add", "a", "--jobs=2", "--jobs=2"}, "--jobs is given twice"},
      {{"add", "a", "--memory=1M"}, "--memory takes a size from 16777216 bytes to 1024G, not '1M'"},
      {{"add", "a", "--max-article=0"}, "--max-article takes a size from 1 bytes to 64M, not '0'"},
      {{"add", "a", "--max-article=65M"}, "--max-article takes a size from 1 bytes to 64M, not '65M'"},
      {{"add", "a", "--format=yaml"}, "--format takes " + in_words(format_names(), "or") + ", not 'yaml'"},
      {{"add", "a", "--prun"}, "unknown option '--prun'"},
      {{"add", "a", "--force"}, "--force needs --prune"},
      {{"add", "-", "--prune"}, "--prune of - needs --source NAME"},
      {{"add", "-", "a", "--prune", "--source=x"}, "--prune of - takes no other PATH"},
      {{"add", "a", "--prune", "--dry-run"}, "--dry-run and --prune exclude each other"},
      {{"add", "a", "--rebuild", "--dry-run"}, "--dry-run and --rebuild exclude each other"},
      {{"add", "a", "--rebuild", "--prune"}, "--rebuild and --prune exclude each other"},
      {{"add", "--rebuild", "--restore"}, "--restore needs a PATH"},
      {{"add", "--prune"}, "add needs a PATH, or - for JSONL on standard input"},
      {{"add", "a", "--wait=-1"}, "--wait takes a whole number from 0 to 1000000, not '-1'"},
      {{"add", "a", "--wait=x"}, "--wait takes a whole number from 0 to 1000000, not 'x'"},
      {{"add", "a", "--prune", "--prune"}, "--prune is given twice"},
      {{"remove"}, "remove needs an ID"},
      {{"remove", "a", "--prune"}, "--prune is no option of remove"},
      {{"stats", "--wait=1"}, "--wait is no option of stats"},
      {{"dump", "a"}, "dump takes no arguments, not 'a'"},
      {{"add", "a", "--job=2"}, "unknown option '--job'"},
      {{"add", "a", "--json"}, "--json is no option of add"},
      {{"add", "-", "--files0-from=-"}, "standard input cannot be both articles (-) and the list of --files0-from"},
      {{"add", "-", "--format=text"}, "- is records of JSON on standard input; --format text needs files"},
      {{"add", "a", "--quiet", "--verbose"}, "--quiet and --verbose exclude each other"},
      {{"stats", "a"}, "stats takes no arguments, not 'a'"},
      {{"stats", "--jobs=2"}, "--jobs is no option of stats"},
      {{"stats", "--index="}, "--index needs a value (DIR)"},
      {{"stats", "--index", ""}, "--index needs a folder, not ''"},
  };
  for (const Case& one : cases) EXPECT_EQ(usage_error(one.arguments), one.message);
}

TEST(IndexOptions, NamesTheCommandThatIsRun) {
  for (const Words& arguments :
       {Words{"add", "a"}, {"remove", "a"}, {"stats"}, {"check"}, {"compact"}, {"dump"}, {"tokens"}})
    EXPECT_EQ(parse_index_options(arguments).command, arguments.front());
}

TEST(IndexOptions, HaveOneRowEachWhicheverCommandsTakeThem) {
  const std::vector<OptionRow>& rows = index_option_rows();
  EXPECT_EQ(rows.front().name, "index");
  EXPECT_EQ(rows.back().name, "version");
  for (const OptionRow& row : rows)
    EXPECT_EQ(std::count_if(rows.begin(), rows.end(), [&](const OptionRow& other) { return other.name == row.name; }),
              1)
        << row.name;
}

TEST(IndexOptions, HoldTheChoicesOfAnOptionInItsRow) {
  for (const OptionRow& row : index_option_rows()) {
    if (row.name != "format") continue;
    Words names;
    for (const Choice& choice : row.choices) names.push_back(choice.name);
    EXPECT_EQ(names, format_names());
  }
}

TEST(IndexOptions, HelpNamesEveryOptionAndCommand) {
  const std::string help = index_help();
  for (const char* name :
       {"add PATH...",    "remove ID...",       "stats",           "check",          "compact",
        "dump",           "tokens [TEXT...]",   "--index DIR",     "--format NAME",  "--files0-from FILE",
        "--include GLOB", "--exclude GLOB",     "--source NAME",   "--root DIR",     "--jobs N",
        "--memory SIZE",  "--max-article SIZE", "--dry-run",       "--errors FILE",  "--prune",
        "--force",        "--restore",          "--rebuild",       "--wait SECONDS", "--json",
        "--quiet",        "--verbose",          "--generate WHAT", "--help",         "--version"})
    EXPECT_NE(help.find(name), std::string::npos) << name;
}

}  // namespace
}  // namespace timbao
