// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/front/serve/endpoints.h"

#include <algorithm>

#include "query/front/serve/api.h"
#include "query/front/serve/openapi.h"
#include "query/front/serve/pages.h"

namespace timbao {
namespace {

constexpr std::string_view kJson = "application/json", kHtml = "text/html", kText = "text/plain";
using Others = OtherParameters;

std::vector<Endpoint> search_endpoints() {
  return {
      {"/api/search",
       "One page of hits, as timbao-query --format json prints it.",
       kJson,
       {},
       Others::search,
       nullptr,
       answer_search},
      {"/api/timeline",
       "How many articles the query finds through time, beside all that are held.",
       kJson,
       {{"unit", "day, month or year; usual: month"}},
       Others::search,
       nullptr,
       answer_timeline},
      {"/api/mentions",
       "Every place where the query matches, in its context; limit and offset are those of the mentions.",
       kJson,
       {},
       Others::search,
       nullptr,
       answer_mentions},
      {"/api/readings",
       "How each word of the query is read in the articles it finds.",
       kJson,
       {},
       Others::search,
       nullptr,
       answer_readings},
  };
}

std::vector<Endpoint> archive_endpoints() {
  return {
      {"/api/article",
       "The articles that have an id, whole; with a query also where it matches.",
       kJson,
       {{"id", "the id of an article; needed"}},
       Others::search,
       nullptr,
       answer_article},
      {"/api/complete",
       "Words, names and fields that complete the word before the cursor.",
       kJson,
       {{"q", "the query that is being typed"}, {"at", "the place of the cursor, in code points; usual: the end"}},
       Others::none,
       nullptr,
       answer_completions},
      {"/api/stats",
       "What the archive holds: articles, days, sources, and articles by month and source.",
       kJson,
       {},
       Others::none,
       nullptr,
       answer_stats},
      {"/feed",
       "The newest hits of a query, for readers of feeds.",
       "application/atom+xml",
       {},
       Others::search,
       nullptr,
       answer_feed},
      {"/api/export",
       "All hits of a query in a format that programs read.",
       kText,
       {{"format", "jsonl, or another format of lines; usual: jsonl"}},
       Others::search,
       nullptr,
       nullptr,
       write_export},
  };
}

std::vector<Endpoint> word_endpoints() {
  return {
      {"/api/neighbours",
       "The words that stand near the query more often than elsewhere.",
       kJson,
       {{"within", "how many words on each side are near; usual: 5"}},
       Others::search,
       nullptr,
       answer_neighbours},
  };
}

Reply say_openapi(const Asked&) { return openapi_of(endpoints()); }

std::vector<Endpoint> page_endpoints() {
  return {
      {"/healthz", "Whether the server answers: ok.", kText, {}, Others::none, say_health},
      {"/api/openapi.json", "This description.", kJson, {}, Others::none, say_openapi},
      {"/", "The page.", kHtml, {}, Others::any, say_page},
      {"/article",
       "The page, with the citation of an article in its head.",
       kHtml,
       {{"id", "the id of an article"}},
       Others::any,
       nullptr,
       answer_article_page},
  };
}

std::vector<Endpoint> every_endpoint() {
  std::vector<Endpoint> table;
  for (const std::vector<Endpoint>& group :
       {search_endpoints(), archive_endpoints(), word_endpoints(), page_endpoints()})
    table.insert(table.end(), group.begin(), group.end());
  return table;
}

}  // namespace

const std::vector<Endpoint>& endpoints() {
  static const std::vector<Endpoint> kTable = every_endpoint();
  return kTable;
}

const Endpoint* endpoint_at(std::string_view path) {
  const std::vector<Endpoint>& table = endpoints();
  const auto at = std::find_if(table.begin(), table.end(), [&](const Endpoint& each) { return each.path == path; });
  return at == table.end() ? nullptr : &*at;
}

}  // namespace timbao
