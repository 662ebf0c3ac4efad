// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/command/command_table.h"

#include <string>

#include "common/base/error.h"
#include "common/base/generate/generate.h"
#include "common/base/generate/program_description.h"
#include "indexer/command/add_command.h"
#include "indexer/command/check_command.h"
#include "indexer/command/compact_command.h"
#include "indexer/command/dump_command.h"
#include "indexer/command/remove_command.h"
#include "indexer/command/stats_command.h"
#include "indexer/command/tokens_command.h"

namespace timbao {
namespace {

void set_index(CommonOptions& options, const OptionValue& value) {
  if (value.text.empty()) throw Error(ExitCode::usage, "--index needs a folder, not ''", "see --help");
  options.index = value.text;
}

void set_verbosity(CommonOptions& options, Verbosity verbosity) {
  if (options.verbosity != Verbosity::normal)
    throw Error(ExitCode::usage, "--quiet and --verbose exclude each other", "see --help");
  options.verbosity = verbosity;
}

std::vector<OptionRow> every_row() {
  std::vector<OptionRow> rows;
  for (const Command& command : index_commands())
    for (const OptionRow& row : command.options)
      if (!has_row(rows, row.name)) rows.push_back(row);
  const std::vector<OptionRow> common = option_rows_of(common_options());
  rows.insert(rows.begin(), common.front());
  rows.insert(rows.end(), common.begin() + 1, common.end());
  return rows;
}

}  // namespace

const std::vector<Command>& index_commands() {
  static const std::vector<Command> kCommands{add_command(),     remove_command(), stats_command(), check_command(),
                                              compact_command(), dump_command(),   tokens_command()};
  return kCommands;
}

std::vector<Option<CommonOptions>> common_options() {
  return {
      {{"index", "DIR", Times::once, "the index; else $TIMBAO_INDEX, else timbao/index in the user's data folder"},
       set_index},
      {{"quiet", "", Times::once, "says nothing but errors"},
       [](CommonOptions& o, const OptionValue&) { set_verbosity(o, Verbosity::quiet); }},
      {{"verbose", "", Times::once, "says more"},
       [](CommonOptions& o, const OptionValue&) { set_verbosity(o, Verbosity::verbose); }},
      {{"generate", "WHAT", Times::once, "prints what goes with the program: " + in_words(choices_of(kGenerated)),
        choices_of(kGenerated)}},
      {{"help", "", Times::once, "prints this"}},
      {{"version", "", Times::once, "prints the version"}},
  };
}

const std::vector<OptionRow>& index_option_rows() {
  static const std::vector<OptionRow> kRows = every_row();
  return kRows;
}

}  // namespace timbao
