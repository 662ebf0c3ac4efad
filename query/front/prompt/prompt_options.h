// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "query/front/option_table.h"

namespace timbao {

/// The options that are commands of the prompt: every one that a request may set but --offset, since pages are turned.
///
///   prompt_option_named("sort")->row.argument == "ORDER"     // ":sort newest"
///
/// Errors   none.
/// Source   the rows of query_option_table() with Askable::yes. Covered by session_test and completer_test.
/// Threads  any: the table never changes.
std::vector<const QueryOption*> prompt_options();

/// The row of the option with this name; null where no command sets it.
const QueryOption* prompt_option_named(std::string_view name);

}  // namespace timbao
