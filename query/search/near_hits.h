// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <vector>

#include "query/search/ranked_article.h"
#include "query/search/search_context.h"
#include "query/suggest/near_text.h"

namespace timbao {

/// Adds the best hits of a query to the text that suggestions are made from. The first ones count most.
///
///   add_near_hits(context, page(context, counted), near);
///
/// Takes    the context of a search, and its page. Whether they are the best hits follows from the request; where they
///          are not, the best ones are found, so that a suggestion is the same for every page and order.
/// Errors   Xapian::Error, and Error(index_failed), where the index is damaged.
/// Source   docs/query-language.md, "Did you mean". Covered by search_suggest_test.
void add_near_hits(const SearchContext& context, const std::vector<RankedArticle>& hits, NearText& near);

/// How many of the best hits a suggestion is made from.
inline constexpr std::size_t kNearHits = 10;

}  // namespace timbao
