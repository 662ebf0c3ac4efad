// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/compared.h"

#include <string>
#include <utility>

#include "query/search/count.h"
#include "query/search/timeline.h"

namespace timbao {
namespace {

/// The articles that the total of a query would count, under the options of another search in the same archive.
ArticlesByTime articles_of(Question question, const SearchRequest& request, const OpenArchive& archive) {
  const PreparedQuestion prepared(std::move(question), archive.vocabulary);
  const SearchContext context(archive, prepared, request);
  return articles_by_time(*request.overview.timeline, ArticleSet(archive, counted_articles(context)));
}

Note note_of(const QueryText& query, const Note& note) {
  return {note.kind, "compared with " + shown_in_note(query.text()) + ": " + note.text};
}

}  // namespace

NotedTimeline compared_timeline(const SearchContext& context, const ArticleSet& articles,
                                const Understand& understand) {
  const OverviewRequest& wanted = context.request().overview;
  NotedTimeline noted;
  std::vector<std::string> parsed;
  std::vector<ArticlesByTime> series{articles_by_time(*wanted.timeline, articles)};
  series.reserve(wanted.compared.size() + 1);
  for (const QueryText& query : wanted.compared) {
    SearchRequest request = context.request();
    request.query = query;
    Understood understood = understand(request);
    series.push_back(articles_of(std::move(understood.question), request, context.archive()));
    parsed.push_back(std::move(understood.parsed));
    for (const Note& note : understood.notes) noted.notes.push_back(note_of(query, note));
  }
  noted.timeline = timeline_of(*wanted.timeline, series, context.archive().vocabulary);
  for (std::size_t i = 0; i < parsed.size(); ++i) {
    noted.timeline.compared[i].query = wanted.compared[i].text();
    noted.timeline.compared[i].parsed = std::move(parsed[i]);
  }
  return noted;
}

}  // namespace timbao
