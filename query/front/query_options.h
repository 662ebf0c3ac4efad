// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/base/day.h"
#include "query/front/option_table.h"

namespace timbao {

/// Whether the program is used from a terminal, so that no query means the prompt.
enum class AtTerminal : std::uint8_t { no, yes };

/// Reads the command line of timbao-query.
///
///   parse_query_options({"--limit=5", "đảng", "bộ"}, today).request.query.text() == "đảng bộ"
///
/// Takes    the arguments without the program's name, and the day that counts as today, and whether a
///          person sits at a terminal: where yes, a line without a query and without another task asks for the prompt.
/// Returns  options that go together, with at least one index. --generate, --help and --version win over all else on the line,
///          even over values that make no sense.
/// Errors   Error(usage): an option that is unknown, given twice, without its value or with one that makes no sense;
///          two options that exclude each other; an option that the task does not take; no query.
/// Source   the rows of query_option_table(). Covered by tests/query/front/query_options_test.cc and
///          tests/fuzz/query_options_fuzz.cc.
QueryOptions parse_query_options(const std::vector<std::string>& arguments, const Day& today,
                                 AtTerminal at_terminal = AtTerminal::no);

}  // namespace timbao
