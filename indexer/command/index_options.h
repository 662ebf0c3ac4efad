// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/base/cli.h"
#include "indexer/command/command.h"

namespace timbao {

/// What timbao-index was told to do: a command whose options are read and checked.
struct IndexCall {
  std::string command;  ///< "add"; "help", "version" and "generate" for the options of that name
  CommandRun run;
};

/// Reads the command line of timbao-index.
///
///   parse_index_options({"--index", "/tmp/x", "add", "--jobs=2", "samples"}).run(standard_index_streams())
///
/// Takes    the arguments without the program's name.
/// Returns  what is to be run. --help, --version and --generate win over all else on the line.
/// Errors   Error(usage): an unknown command; an option that is unknown, given twice, without its value, with one that
///          makes no sense, or of another command; what the command's own parse refuses, as a missing PATH.
/// Source   the commands of this folder. Covered by tests/indexer/command/index_options_test.cc and
///          tests/fuzz/index_options_fuzz.cc.
IndexCall parse_index_options(const std::vector<std::string>& arguments);

/// Reads what every command takes, and the place of the index where the line does not name one.
///
/// Errors   Error(usage): --quiet with --verbose, an index without a name.
/// Source   default_index_directory().
CommonOptions parse_common_options(const CommandLine& line);

}  // namespace timbao
