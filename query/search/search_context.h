// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>

#include "query/plan/prepared_question.h"
#include "query/request/request.h"
#include "query/search/clause_decider.h"
#include "query/search/open_archive.h"

namespace timbao {

/// What Xapian weighs articles by.
enum class Weighting : std::uint8_t { none, first_pass };

/// Which copies of one story Xapian gives.
enum class Copies : std::uint8_t { all, best };

/// One search: a prepared question, the archive and the request. Counting, paging and reranking are functions of it,
/// and each gives the same in any order of calls. What one call decided of an article is cached for the others.
///
///   const SearchContext context(archive, prepared, request);
///   const Counted counted = count(context);
///   for (const RankedArticle& hit : page(context, counted)) …
///
/// Source   ARCHITECTURE.md follows a query through it. Covered by search_context_test.
/// Threads  one a thread. It holds references: archive, question and request must outlive it.
class SearchContext {
 public:
  SearchContext(const OpenArchive& archive, const PreparedQuestion& prepared, const SearchRequest& request);

  [[nodiscard]] const OpenArchive& archive() const { return archive_; }
  [[nodiscard]] const PreparedQuestion& prepared() const { return prepared_; }
  [[nodiscard]] const Question& question() const { return prepared_.question(); }
  [[nodiscard]] const SearchRequest& request() const { return request_; }

  [[nodiscard]] bool is_ranked() const { return request_.sort == SortOrder::relevance; }
  [[nodiscard]] bool collapses() const { return request_.collapse == Collapse::yes; }

  /// Whether the hits are what the total counts.
  [[nodiscard]] bool counts_hits() const { return question().counted == question().hits; }

  /// Whether the article of a document is a hit.
  [[nodiscard]] bool is_hit(Xapian::docid document) const { return decider_.is_true(document); }

  /// Decides which articles of a query for hits are hits; null where the query finds nothing else.
  [[nodiscard]] const ClauseDecider* hits_decider() const { return needs_decider_ ? &decider_ : nullptr; }

  /// What the queries and estimates of the question's clauses are made from.
  [[nodiscard]] ClauseContext clause_context() const { return prepared_.context(archive_.vocabulary); }

  /// Which copies of one story are hits.
  [[nodiscard]] Copies copies() const { return collapses() ? Copies::best : Copies::all; }

  /// An Enquire of a query for articles. find_matches() sets the order.
  ///
  /// Takes    a query, what articles are weighed by, and whether all copies of a story are wanted.
  /// Returns  an Enquire of the archive's database.
  [[nodiscard]] Xapian::Enquire enquire(const Xapian::Query& query, Weighting weighting, Copies copies) const;

 private:
  const OpenArchive& archive_;
  const PreparedQuestion& prepared_;
  const SearchRequest& request_;
  ClauseDecider decider_;
  bool needs_decider_;
};

/// The number of articles from the first hit to the last one of a page.
///
///   hits_needed(context) == 20      of --offset 10 --limit 10, in an archive of more articles
///
/// Returns  all articles of the archive where the request has no limit.
std::size_t hits_needed(const SearchContext& context);

}  // namespace timbao
