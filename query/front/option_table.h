// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "query/front/option_types.h"

namespace timbao {

/// The option table, in the order of --help.
///
/// Source   option_table.cc. Covered by tests/query/front/query_options_test.cc and option_table_test.cc.
/// Threads  any: the table never changes.
const std::vector<QueryOption>& query_option_table();

/// Sets one option by its long name as a request does: a key of a batch's object.
///
///   set_asked_option(options, {"limit", "5"})
///
/// Takes    the name and the value as text; `true` or `false` for an option that takes no value.
/// Returns  whether a request may set an option of this name.
/// Errors   Error(usage) as the command line gives it: "--limit takes a whole number or 'all', not '-3'".
/// Source   the rows with Askable::yes. Covered by tests/query/front/batch_test.cc.
bool set_asked_option(QueryOptions& options, const OptionValue& value);

/// The same for an option that is given several times, as in the address of a page (?facet=source&facet=year) or
/// as the list of a batch's object.
///
///   set_asked_values(options, "facet", {"source", "year"})
///
/// Errors   as set_asked_option(); Error(usage) also where the option may be given once only.
bool set_asked_values(QueryOptions& options, const std::string& name, const std::vector<std::string>& values);

/// Refuses what no single option is to blame for: a --from that is after --to, --recent with an order by something else,
/// --compare without --timeline.
///
/// Errors   Error(usage): "--from 2018-01-01 is after --to 2017-12-31".
/// Source   covered by tests/query/front/query_options_test.cc and batch_test.cc.
void check_request(const SearchRequest& request);

}  // namespace timbao
