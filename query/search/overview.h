// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "query/request/answer.h"
#include "query/search/search_context.h"
#include "query/search/understood.h"

namespace timbao {

/// Adds to an answer the facets, the timeline, the readings and the neighbours that the request asks for, over all
/// articles that the total counts. Its total is exact from then on.
///
///   add_overview(context, understand, answer);
///   answer.overview.facets.front().values.front()     {"Báo Tỉnh", 12}
///
/// Takes    the context of a search; what understands the queries that the timeline compares; and an answer of the search.
/// Returns  nothing changes where the request asks for none of them. Of a compared query the answer gets its notes too.
/// Errors   Xapian::Error, and Error(index_failed), where the index is damaged.
/// Source   docs/query-language.md, "Facets", "Timeline" and "Readings". Covered by overview_oracle_test.
void add_overview(const SearchContext& context, const Understand& understand, Answer& answer);

}  // namespace timbao
