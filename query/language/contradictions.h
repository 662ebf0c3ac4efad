// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <vector>

#include "query/language/tree.h"
#include "query/request/note.h"
#include "query/request/request.h"

namespace timbao {

/// Warns of a query that can find nothing because it contradicts the options beside it: none of its `date:` filters
/// has a day between --from and --to.
///
///   date:2017 with --from 2018   "no day of 'date:2017-01-01..2017-12-31' lies between --from and --to: …"
///
/// Takes    the query's tree and, of the request, the days.
/// Returns  warnings; none where nothing contradicts.
/// Errors   none.
/// Source   docs/query-language.md, "What was not understood: notes". Covered by contradictions_test.
std::vector<Note> contradictions(const Node& root, const SearchRequest& request);

}  // namespace timbao
