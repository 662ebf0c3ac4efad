// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "query/request/answer.h"
#include "query/search/search_context.h"

namespace timbao {

/// Adds to an answer the facets, the timeline and the readings that the request asks for, over all articles that the
/// total counts. Its total is exact from then on.
///
///   add_overview(context, answer);
///   answer.overview.facets.front().values.front()     {"Báo Tỉnh", 12}
///
/// Takes    the context of a search, and an answer of it.
/// Returns  nothing changes where the request asks for none of them.
/// Errors   Xapian::Error, and Error(index_failed), where the index is damaged.
/// Source   docs/query-language.md, "Facets", "Timeline" and "Readings". Covered by overview_oracle_test.
void add_overview(const SearchContext& context, Answer& answer);

}  // namespace timbao
