// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "common/base/cli_option.h"
#include "common/base/generate/program_description.h"

namespace timbao {

/// An option table as `--help` prints it, an option a line:
///
///   -n, --limit N    hits on a page: 10; 0 only counts; all gives every hit (jsonl, tsv, ids)
///       --index DIR  the index, or several as one; else $TIMBAO_INDEX, else timbao/index in the user's data
///                    folder
///
/// Takes    rows in the order in which they are to be printed.
/// Returns  lines of at most 100 columns: a help sentence is broken between words and continues under its beginning.
/// Errors   none.
/// Source   the rows alone. Covered by tests/common/base/cli_test.cc.
std::string describe_options(const std::vector<OptionRow>& rows);

/// What each exit status says, as `--help` ends:
///
///   Status: 0 done; 1 some input was rejected or missing; 2 wrong command line.
///
/// Takes    the statuses of a program in their order.
/// Returns  lines of at most 100 columns.
/// Errors   none.
/// Source   covered by tests/common/base/cli_test.cc.
std::string describe_statuses(const std::vector<PageEntry>& statuses);

}  // namespace timbao
