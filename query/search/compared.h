// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <vector>

#include "query/request/note.h"
#include "query/request/overview.h"
#include "query/search/article_set.h"
#include "query/search/search_context.h"
#include "query/search/understood.h"

namespace timbao {

/// A timeline, and what was not understood of the queries that are compared in it.
struct NotedTimeline {
  Timeline timeline;
  std::vector<Note> notes;  ///< each names its query
};

/// Counts the articles of a search through time, and beside them those of the queries that the request compares with it.
///
///   const ArticleSet articles(archive, counted_articles(context));
///   compared_timeline(context, articles, understand).timeline.compared.front().query      "hội đồng"
///
/// Takes    the context of a search whose request asks for a timeline; the articles that its total counts; what
///          understands a query. Each other query is searched under all options of the request.
/// Returns  exact counts, all of the same buckets.
/// Errors   Xapian::Error, and Error(index_failed), where the index is damaged.
/// Source   docs/query-language.md, "Compared timelines". Covered by overview_oracle_test and facets_test.
NotedTimeline compared_timeline(const SearchContext& context, const ArticleSet& articles, const Understand& understand);

}  // namespace timbao
