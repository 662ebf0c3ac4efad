// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/add/add_options.h"
#include "indexer/command/command.h"

namespace timbao {

/// `timbao-index add PATH...`: its line in --help and its options. What it does is add() in indexer/add/add.h.
Command add_command();

/// Reads the command line of `add`.
///
///   add --jobs=2 archive extra/news.jsonl
///
/// Takes    the line without the word "add"; the index and the verbosity.
/// Returns  options that go together. `jobs` is the number of hardware threads where --jobs does not say it.
/// Errors   Error(usage): a value that makes no sense, no PATH, two options that exclude each other.
/// Source   covered by tests/indexer/command/index_options_test.cc and tests/fuzz/index_options_fuzz.cc.
AddOptions parse_add(const CommandLine& line, const CommonOptions& common);

}  // namespace timbao
