// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "common/store/index_place.h"
#include "query/request/answer.h"
#include "query/request/completion.h"
#include "query/request/holdings.h"
#include "query/request/request.h"

namespace timbao {

/// Answers queries about one or several indexes. It stays open for many queries, caches what it has read, and follows
/// what a writer publishes.
///
///   Searcher searcher({"/var/lib/timbao"});
///   const Answer answer = searcher.search(request);
///
/// Errors   Error(index_failed) from construction and from every call, if an index is missing or damaged;
///          Error(incomplete) where SearchRequest::like names an article that is not there. No query is an
///          error.
/// Source   docs/query-language.md says what is a hit, docs/ranking.md in which order. Covered by the tests in
///          tests/query/search and by answer_fuzz.
/// Threads  one a thread: each has a cache of its own.
class Searcher {
 public:
  static constexpr std::size_t kUsualCacheBytes = std::size_t{64} << 20U;

  /// Takes    the indexes, by their folders or wherever they are; articles of equal ids in two of them are two articles.
  ///          And how large its cache becomes at most.
  explicit Searcher(const std::vector<std::string>& index_directories, std::size_t cache_bytes = kUsualCacheBytes);
  explicit Searcher(IndexChoice indexes, std::size_t cache_bytes = kUsualCacheBytes);
  ~Searcher();

  /// Answers with one page of hits.
  ///
  /// Takes    a request; its query may hold ill-formed UTF-8, which is repaired.
  /// Returns  the whole answer, of one state of the index.
  Answer search(const SearchRequest& request);

  /// Answers with hits one by one, for -n all: it holds only numbers and ids of hits that were not shown yet.
  ///
  /// Takes    a request; `on_hit` is called with each hit as soon as it is ready.
  /// Returns  the answer without hits. A hit that a writer removes meanwhile is left out.
  Answer search(const SearchRequest& request, const std::function<void(const Hit&)>& on_hit);

  /// Answers with mentions one by one, as SearchRequest::mentions asks for them, and without hits: it holds numbers and
  /// ids of the articles, and of mentions only what docs/mentions.md says.
  ///
  /// Takes    a request; `on_mention` is called with each mention that is shown, in their order.
  /// Returns  the answer without hits, with Answer::mentions but for its items. The mentions of an article that a writer
  ///          changes meanwhile are those of its new text; of one that is removed they are left out.
  /// Errors   Error(io_failed) where a temporary file is needed and cannot be written.
  Answer mentions(const SearchRequest& request, const std::function<void(const Mention&)>& on_mention);

  /// The articles that have an id, each with every mention of the query of a request.
  ///
  /// Takes    an id as it is stored, and a request. Where the total does not count an article, since it lacks some of the
  ///          words, those that it has are marked.
  /// Returns  as articles().
  std::vector<MarkedArticle> marked_articles(const SearchRequest& request, std::string_view id);

  /// The articles that have an id.
  ///
  /// Takes    an id as it is stored.
  /// Returns  at most one article of each index, in the order of the indexes.
  std::vector<FoundArticle> articles(std::string_view id);

  /// Completes a word, or the name of a source or section, from what the indexes have: see complete.h.
  ///
  /// Returns  at most ToComplete::limit completions, the most frequent first.
  std::vector<Completion> complete(const ToComplete& wanted);

  /// What the indexes hold, by month and source. It is counted once for each state of the indexes.
  Holdings holdings();

 private:
  class State;
  std::unique_ptr<State> state_;
};

}  // namespace timbao
