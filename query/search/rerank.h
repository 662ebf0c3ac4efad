// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>
#include <vector>

#include "query/search/ranked_article.h"
#include "query/search/search_context.h"

namespace timbao {

/// Candidates in the order of their full scores.
struct Reranked {
  std::vector<RankedArticle> hits;             ///< best first; ties by date, newer first, then by id
  std::shared_ptr<const MeantReadings> meant;  ///< RankedArticle::meant of every hit
  double last_weight = 0;                      ///< the least weight that the first pass gave to a candidate
};

/// The second pass of ranking: reads the token sequences of the candidates, drops those that are no hits, restores the
/// marks of the query from all that are left, and scores them.
///
///   const Reranked best = rerank(context, find_candidates(context, query).by_document);
///
/// Takes    the context of a search and candidates by document.
/// Returns  the candidates that are hits, each with its score, the parts of it and the tokens that were found in it.
/// Errors   Error(index_failed) where the token sequence of an article is damaged.
/// Source   docs/ranking.md, "Two passes" and "Weights". Covered by search_order_test; its parts by rank_test and
///          restore_test.
Reranked rerank(const SearchContext& context, const std::vector<Candidate>& candidates);

}  // namespace timbao
