// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/command/index_options.h"

#include <algorithm>
#include <optional>
#include <ostream>
#include <utility>

#include "common/base/cli_values.h"
#include "common/base/error.h"
#include "common/base/generate/generate.h"
#include "common/base/generate/program_description.h"
#include "common/base/version.h"
#include "common/store/default_directory.h"
#include "common/store/index_place.h"
#include "indexer/command/command_table.h"
#include "indexer/command/index_description.h"

namespace timbao {
namespace {

[[noreturn]] void refuse(std::string message) { throw Error(ExitCode::usage, std::move(message), "see --help"); }

std::string command_names() {
  std::vector<std::string> names;
  names.reserve(index_commands().size());
  for (const Command& command : index_commands()) names.emplace_back(command.name);
  return "; there are " + in_words(names, "and");
}

const Command& command_on(const CommandLine& line) {
  if (line.words().empty()) refuse("no command" + command_names());
  const std::string& name = line.words().front();
  const auto command = std::find_if(index_commands().begin(), index_commands().end(),
                                    [&](const Command& candidate) { return candidate.name == name; });
  if (command == index_commands().end()) refuse("unknown command '" + name + "'" + command_names());
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

/// What --generate asks for, ready to be printed.
IndexCall parse_generate(const std::string& value) {
  const Generated what = parse_choice({"generate", value}, kGenerated);
  return {"generate", [what](const IndexStreams& streams) {
            streams.out << generate(what, index_description());
            return ExitCode::done;
          }};
}

}  // namespace

CommonOptions parse_common_options(const CommandLine& line) {
  CommonOptions common;
  set_options(common_options(), line, common);
  if (common.index.empty()) common.index = default_index_directory();
  if (names_a_server(common.index))
    throw Error(ExitCode::usage, "--index " + common.index + " names a server: an index is written on its own machine",
                "a folder of such a name is ./" + common.index);
  return common;
}

IndexCall parse_index_options(const std::vector<std::string>& arguments) {
  const CommandLine line = parse_command_line(arguments, index_option_rows());
  if (line.has("help")) return {"help", print_help};
  if (line.has("version")) return {"version", print_version};
  if (const std::optional<std::string> what = line.value("generate")) return parse_generate(*what);
  const Command& command = command_on(line);
  check_options_of(command, line);
  const CommandLine rest = line.behind_first_word();
  if (command.arguments.empty() && !rest.words().empty())
    refuse(std::string(command.name) + " takes no arguments, not '" + rest.words().front() + "'");
  return {std::string(command.name), command.parse(rest, parse_common_options(line))};
}

}  // namespace timbao
