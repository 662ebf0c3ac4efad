// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: the description of timbao-index has every command with its options and their values.
#include "indexer/command/index_description.h"

#include <gtest/gtest.h>

#include "common/base/generate/generate.h"
#include "indexer/command/command_table.h"

namespace timbao {
namespace {

bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

TEST(IndexDescription, HasEveryCommandOptionAndValueInTheCompletionsOfEachShell) {
  for (const Generated what : {Generated::complete_bash, Generated::complete_zsh, Generated::complete_fish}) {
    const std::string script = generate(what, index_description());
    for (const Command& command : index_commands()) EXPECT_TRUE(holds(script, command.name)) << command.name;
    for (const OptionRow& row : index_option_rows()) {
      EXPECT_TRUE(holds(script, (what == Generated::complete_fish ? " -l " : "--") + row.long_name())) << row.name;
      for (const Choice& value : row.known_values()) EXPECT_TRUE(holds(script, value.name)) << value.name;
    }
  }
}

TEST(IndexDescription, HasTheOptionsOfACommandBelowIt) {
  const ProgramDescription index = index_description();
  for (const CommandDescription& command : index.commands) {
    if (command.name != "stats") continue;
    ASSERT_EQ(command.options.size(), 1U);
    EXPECT_EQ(command.options.front().long_name(), "json");
  }
  EXPECT_EQ(index.options.front().long_name(), "index");
}

TEST(IndexHelp, EndsWithTheStatuses) {
  EXPECT_TRUE(holds(index_help(), "\nStatus: 0 done; 1 some input was rejected or missing; 2 wrong command line;"));
  EXPECT_TRUE(holds(index_help(), "130\ninterrupted.\n") || holds(index_help(), "130 interrupted.\n"));
}

}  // namespace
}  // namespace timbao
