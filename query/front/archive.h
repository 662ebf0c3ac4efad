// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "query/search/searcher.h"

namespace timbao {

/// What answers the queries of a front: a Searcher in the program, made-up answers in tests.
///
///   const Archive archive = archive_of(searcher);
///   archive.search(request).total.count
///
/// The fronts know this and not the Searcher, so that they are tested without an index. What each function takes and
/// returns, its errors and its threads are those of the Searcher's function of that name.
struct Archive {
  /// One page of hits.
  std::function<Answer(const SearchRequest&)> search;

  /// Each hit as it is found, and an answer without hits. For --limit all, which must not hold every hit in memory.
  std::function<Answer(const SearchRequest&, const std::function<void(const Hit&)>&)> search_each;

  /// The articles that have an id: at most one of each index.
  std::function<std::vector<FoundArticle>(std::string_view id)> articles;

  /// What completes a word that is being typed. Only the prompt asks for it, so an archive of a test may leave it out.
  std::function<std::vector<Completion>(const ToComplete&)> complete = {};

  /// Each mention as it is found, and an answer without hits and mentions. An archive of a test may leave it out, and what
  /// follows.
  std::function<Answer(const SearchRequest&, const std::function<void(const Mention&)>&)> mentions = {};

  /// The articles that have an id, each with the mentions of a query.
  std::function<std::vector<MarkedArticle>(const SearchRequest&, std::string_view id)> marked_articles = {};

  /// What the indexes hold. Only --serve asks for it.
  std::function<Holdings()> holdings = {};
};

/// The archive of a Searcher.
///
/// Takes    a Searcher that outlives what is returned.
/// Errors   none.
inline Archive archive_of(Searcher& searcher) {
  return {
      [&searcher](const SearchRequest& request) { return searcher.search(request); },
      [&searcher](const SearchRequest& request, const std::function<void(const Hit&)>& on_hit) {
        return searcher.search(request, on_hit);
      },
      [&searcher](std::string_view id) { return searcher.articles(id); },
      [&searcher](const ToComplete& wanted) { return searcher.complete(wanted); },
      [&searcher](const SearchRequest& request, const std::function<void(const Mention&)>& on_mention) {
        return searcher.mentions(request, on_mention);
      },
      [&searcher](const SearchRequest& request, std::string_view id) { return searcher.marked_articles(request, id); },
      [&searcher] { return searcher.holdings(); }};
}

}  // namespace timbao
