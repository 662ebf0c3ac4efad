// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <vector>

#include "query/search/count.h"
#include "query/search/ranked_article.h"
#include "query/search/search_context.h"

namespace timbao {

/// Finds the hits of one page: those at [offset, offset + limit) in the order that the request asks for.
///
///   const std::vector<RankedArticle> hits = page(context, count(context));
///
/// Takes    the context of a search, and what was counted; Counted() gives the same hits.
/// Returns  the hits in order; fewer than the limit where there are no more. With --collapse, each hit has the number
///          of its copies.
/// Errors   Xapian::Error, and Error(index_failed), where the index is damaged.
/// Source   docs/ranking.md, "Two passes" and "Ties". Covered by search_pages_test, search_order_test,
///          search_collapse_test and search_context_test.
std::vector<RankedArticle> page(const SearchContext& context, const Counted& counted);

}  // namespace timbao
