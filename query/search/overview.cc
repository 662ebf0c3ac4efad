// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/overview.h"

#include <utility>

#include "query/search/article_set.h"
#include "query/search/compared.h"
#include "query/search/count.h"
#include "query/search/facets.h"
#include "query/search/near_words.h"
#include "query/search/readings.h"

namespace timbao {
namespace {

void add_timeline(NotedTimeline noted, Answer& answer) {
  answer.overview.timeline = std::move(noted.timeline);
  for (Note& note : noted.notes) answer.notes.push_back(std::move(note));
}

}  // namespace

void add_overview(const SearchContext& context, const Understand& understand, Answer& answer) {
  const OverviewRequest& wanted = context.request().overview;
  if (wanted.is_empty()) return;
  const Vocabulary& vocabulary = context.archive().vocabulary;
  const ArticleSet articles(context.archive(), counted_articles(context));
  answer.total.count = articles.size();
  answer.total.exact = true;
  Overview& overview = answer.overview;
  for (const FacetRequest& facet : wanted.facets) overview.facets.push_back(facet_of(facet, articles, vocabulary));
  if (wanted.timeline) add_timeline(compared_timeline(context, articles, understand), answer);
  if (wanted.readings == ShowReadings::yes) overview.readings = readings_of(context.prepared(), articles);
  if (wanted.neighbours) overview.neighbours = near_words(context, articles);
}

}  // namespace timbao
