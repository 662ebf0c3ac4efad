// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "common/base/cli_option.h"
#include "indexer/command/command.h"

namespace timbao {

/// The commands of timbao-index, in the order of --help. Each stands in a file of its own; a new one is a line here.
///
///   index_commands().front().name == "add"
///
/// Threads  any: the table never changes.
const std::vector<Command>& index_commands();

/// The options of every command. --generate, --help and --version have no setter: they are looked for before all others.
///
/// Source   covered by index_options_test.
std::vector<Option<CommonOptions>> common_options();

/// The rows of all options, each once, in the order of --help: --index, then those of the commands, then --quiet,
/// --verbose, --generate, --help and --version.
///
///   parse_command_line({"add", "--jobs=2", "a"}, index_option_rows())
///
/// Threads  any: the table never changes.
const std::vector<OptionRow>& index_option_rows();

}  // namespace timbao
