// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>

#include "query/search/ranked_article.h"
#include "query/search/search_context.h"

namespace timbao {

/// Finds the candidates: the articles that posting lists alone weigh most.
///
///   const Candidates found = find_candidates(context, segment.query);
///
/// Takes    a weighted query: a segment of the ranking.
/// Returns  at most candidate_count() articles. Where the last of them weighs as much as the next article, all that
///          weigh so are left out: which of them Xapian would give depends on how the index was made.
/// Errors   Xapian::Error, and Error(index_failed), where the index is damaged.
/// Source   docs/ranking.md, "Two passes" and "Ties". Covered by search_order_test.
Candidates find_candidates(const SearchContext& context, const Xapian::Query& query);

/// The first articles of what Xapian found, as candidates.
///
/// Takes    what was found, and how many of it are candidates at most.
/// Returns  the candidates by document.
std::vector<Candidate> by_document(std::vector<Candidate> found, std::size_t count);

}  // namespace timbao
