// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "indexer/add/add_options.h"

namespace timbao {

/// What timbao-index is asked to do.
enum class IndexCommand : std::uint8_t { help, version, add, remove, stats, check, compact, dump, tokens };

/// The command line of timbao-index, read whole: what was not typed has its default.
struct IndexOptions : AddOptions {
  IndexCommand command = IndexCommand::help;
  std::vector<std::string> words;  ///< what is no option: TEXT of `tokens`, ID of `remove`
  bool json = false;               ///< --json
};

/// Reads the command line of timbao-index.
///
///   parse_index_options({"--index", "/tmp/x", "add", "--jobs=2", "samples"}).jobs == 2
///
/// Takes    the arguments without the program's name.
/// Returns  the options; `jobs` is the number of hardware threads where none was asked for.
/// Errors   Error(usage): an unknown command, an option that is unknown, given twice, without its value, with one that
///          makes no sense, or of another command; a missing PATH.
IndexOptions parse_index_options(const std::vector<std::string>& arguments);

/// What --help prints.
std::string index_help();

}  // namespace timbao
