// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "common/index/vocabulary.h"
#include "query/request/overview.h"
#include "query/search/article_set.h"

namespace timbao {

/// Counts articles by the values of one facet.
///
///   facet_of({FacetField::source, 10}, hits, vocabulary).values.front()     {"Báo Tỉnh", 12}
///
/// Takes    the facet; the articles; the vocabulary of their database.
/// Returns  exact counts. An article with several sections or authors is counted under each of them. Names that are
///          equal when they are folded are one value, as for the filters `source:`, `section:` and `author`; it is
///          printed as most of the articles print it. Equal counts are in the order of the folded names, but of years
///          and months the later one comes first.
/// Errors   Xapian::Error, and Error(index_failed), where the index is damaged.
/// Source   docs/query-language.md, "Facets"; the terms of names and dates: docs/index-format.md, "Terms". Covered by
///          facets_test and overview_oracle_test.
Facet facet_of(const FacetRequest& request, const ArticleSet& articles, const Vocabulary& vocabulary);

}  // namespace timbao
