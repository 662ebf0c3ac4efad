// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/command/index_description.h"

#include <algorithm>

#include "common/base/cli_help.h"
#include "common/base/version.h"
#include "indexer/command/command_table.h"

namespace timbao {
namespace {

constexpr std::size_t kCommandColumns = 20;

std::vector<CommandDescription> described_commands() {
  std::vector<CommandDescription> commands;
  commands.reserve(index_commands().size());
  for (const Command& command : index_commands())
    commands.push_back(
        {std::string(command.name), std::string(command.arguments), std::string(command.help), command.options});
  return commands;
}

std::vector<PageEntry> statuses() {
  return {{"0", "done"},
          {"1", "some input was rejected or missing"},
          {"2", "wrong command line"},
          {"3", "the index is missing, damaged, not an index or of another version"},
          {"4", "another process is writing it"},
          {"5", "input or output failed"},
          {"130", "interrupted"}};
}

std::vector<PageSection> sections() {
  return {
      {"DESCRIPTION",
       "timbao-index reads archives of Vietnamese news articles, in files and folders of many formats, and makes an "
       "index of "
       "them, which timbao-query searches with and without marks. An archive may be added as often as you like: a file "
       "that has not changed is not even opened. Options stand before or after the command; -- ends them.",
       {}},
      {"ENVIRONMENT",
       "",
       {{"TIMBAO_INDEX", "the folder of the index, where --index does not say it"},
        {"XDG_DATA_HOME", "the user's data folder; else ~/.local/share"}}},
      {"FILES", "", {{"~/.local/share/timbao/index", "the index, where nothing else is said"}}},
      {"EXAMPLES",
       "",
       {{"timbao-index add ~/bao", "indexes a folder of articles, or what has changed in it"},
        {"zcat dump.jsonl.gz | timbao-index add -", "indexes articles from standard input"},
        {"timbao-index add --prune ~/bao", "also forgets articles whose files are gone"},
        {"timbao-index stats --json | jq .articles", "how many articles the index holds"}}},
  };
}

}  // namespace

ProgramDescription index_description() {
  return {"timbao-index",
          std::string(kVersion),
          "makes the index that timbao-query searches",
          "COMMAND",
          described_commands(),
          option_rows_of(common_options()),
          statuses(),
          sections(),
          {"timbao-query(1)", "timbao-index-format(5)", "timbao-query-language(7)"}};
}

std::string index_help() {
  const ProgramDescription index = index_description();
  std::string help = index.name + " [OPTIONS] " + index.arguments + ": " + index.summary + "\n\nCommands:\n";
  for (const CommandDescription& command : index.commands) {
    std::string head = "  " + command.name + " " + command.arguments;
    head.resize(std::max(head.size(), kCommandColumns), ' ');
    help += head + command.help + "\n";
  }
  return help + "\nOptions:\n" + describe_options(index_option_rows()) + "\n" + describe_statuses(index.statuses);
}

}  // namespace timbao
