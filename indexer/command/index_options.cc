// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/command/index_options.h"

#include <algorithm>
#include <ostream>
#include <utility>

#include "common/base/cli_help.h"
#include "common/base/error.h"
#include "common/base/version.h"
#include "common/store/default_directory.h"
#include "indexer/command/add_command.h"
#include "indexer/command/check_command.h"
#include "indexer/command/compact_command.h"
#include "indexer/command/dump_command.h"
#include "indexer/command/remove_command.h"
#include "indexer/command/stats_command.h"
#include "indexer/command/tokens_command.h"

namespace timbao {
namespace {

[[noreturn]] void refuse(std::string message) { throw Error(ExitCode::usage, std::move(message), "see --help"); }

const std::vector<Command>& commands() {
  static const std::vector<Command> kCommands{add_command(),     remove_command(), stats_command(), check_command(),
                                              compact_command(), dump_command(),   tokens_command()};
  return kCommands;
}

void set_index(CommonOptions& options, const OptionValue& value) {
  if (value.text.empty()) refuse("--index needs a folder, not ''");
  options.index = value.text;
}

void set_verbosity(CommonOptions& options, Verbosity verbosity) {
  if (options.verbosity != Verbosity::normal) refuse("--quiet and --verbose exclude each other");
  options.verbosity = verbosity;
}

/// The options of every command. --help and --version have no setter: they are looked for before all others.
std::vector<Option<CommonOptions>> common_options() {
  return {
      {{"index", "DIR", Times::once, "the index; else $TIMBAO_INDEX, else timbao/index in the user's data folder"},
       set_index},
      {{"quiet", "", Times::once, "says nothing but errors"},
       [](CommonOptions& o, const OptionValue&) { set_verbosity(o, Verbosity::quiet); }},
      {{"verbose", "", Times::once, "says more"},
       [](CommonOptions& o, const OptionValue&) { set_verbosity(o, Verbosity::verbose); }},
      {{"help", "", Times::once, "prints this"}},
      {{"version", "", Times::once, "prints the version"}},
  };
}

bool has_row(const std::vector<OptionRow>& rows, const std::string& name) {
  return std::any_of(rows.begin(), rows.end(), [&](const OptionRow& row) { return row.name == name; });
}

std::vector<OptionRow> every_row() {
  std::vector<OptionRow> rows;
  for (const Command& command : commands())
    for (const OptionRow& row : command.options)
      if (!has_row(rows, row.name)) rows.push_back(row);
  const std::vector<OptionRow> common = option_rows_of(common_options());
  rows.insert(rows.begin(), common.front());
  rows.insert(rows.end(), common.begin() + 1, common.end());
  return rows;
}

std::string command_names() {
  std::vector<std::string> names;
  names.reserve(commands().size());
  for (const Command& command : commands()) names.emplace_back(command.name);
  return "; there are " + in_words(names, "and");
}

const Command& command_on(const CommandLine& line) {
  if (line.words().empty()) refuse("no command" + command_names());
  const std::string& name = line.words().front();
  const auto command = std::find_if(commands().begin(), commands().end(),
                                    [&](const Command& candidate) { return candidate.name == name; });
  if (command == commands().end()) refuse("unknown command '" + name + "'" + command_names());
  return *command;
}

/// Refuses options that the command does not take, so that no option is ignored in silence.
void check_options_of(const Command& command, const CommandLine& line) {
  const std::vector<OptionRow> common = option_rows_of(common_options());
  for (const OptionRow& row : index_option_rows())
    if (line.has(row.long_name()) && !has_row(common, row.name) && !has_row(command.options, row.name))
      refuse("--" + row.long_name() + " is no option of " + std::string(command.name));
}

ExitCode print_help(const IndexStreams& streams) {
  streams.out << index_help();
  return ExitCode::done;
}

ExitCode print_version(const IndexStreams& streams) {
  streams.out << "timbao-index " << kVersion << '\n';
  return ExitCode::done;
}

}  // namespace

const std::vector<OptionRow>& index_option_rows() {
  static const std::vector<OptionRow> kRows = every_row();
  return kRows;
}

CommonOptions parse_common_options(const CommandLine& line) {
  CommonOptions common;
  set_options(common_options(), line, common);
  if (common.index.empty()) common.index = default_index_directory();
  return common;
}

IndexCall parse_index_options(const std::vector<std::string>& arguments) {
  const CommandLine line = parse_command_line(arguments, index_option_rows());
  if (line.has("help")) return {"help", print_help};
  if (line.has("version")) return {"version", print_version};
  const Command& command = command_on(line);
  check_options_of(command, line);
  const CommandLine rest = line.behind_first_word();
  if (command.arguments.empty() && !rest.words().empty())
    refuse(std::string(command.name) + " takes no arguments, not '" + rest.words().front() + "'");
  return {std::string(command.name), command.parse(rest, parse_common_options(line))};
}

std::string index_help() {
  std::string help = "timbao-index [OPTIONS] COMMAND: makes the index that timbao-query searches\n\nCommands:\n";
  for (const Command& command : commands()) {
    std::string head = "  " + std::string(command.name) + " " + std::string(command.arguments);
    head.resize(std::max<std::size_t>(head.size(), 20), ' ');
    help += head + std::string(command.help) + "\n";
  }
  help += "\nOptions:\n" + describe_options(index_option_rows());
  return help +
         "\nStatus: 0 done; 1 some input was rejected or missing; 2 wrong command line; 3 the index is missing, "
         "damaged,\n"
         "not an index or of another version; 4 another process is writing it; 5 input or output failed; 130 "
         "interrupted.\n";
}

}  // namespace timbao
