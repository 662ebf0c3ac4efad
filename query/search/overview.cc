// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/overview.h"

#include "query/search/article_set.h"
#include "query/search/count.h"
#include "query/search/facets.h"
#include "query/search/readings.h"
#include "query/search/timeline.h"

namespace timbao {

void add_overview(const SearchContext& context, Answer& answer) {
  const OverviewRequest& wanted = context.request().overview;
  if (wanted.is_empty()) return;
  const Vocabulary& vocabulary = context.archive().vocabulary;
  const ArticleSet articles(context.archive().database, counted_articles(context));
  answer.total.count = articles.size();
  answer.total.exact = true;
  Overview& overview = answer.overview;
  for (const FacetRequest& facet : wanted.facets) overview.facets.push_back(facet_of(facet, articles, vocabulary));
  if (wanted.timeline) overview.timeline = timeline_of(*wanted.timeline, articles, vocabulary);
  if (wanted.readings == ShowReadings::yes) overview.readings = readings_of(context.prepared(), articles);
}

}  // namespace timbao
