// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <vector>

#include "query/plan/prepared_question.h"
#include "query/request/request.h"

namespace timbao {

/// A segment of the ranking: every article that its query finds stands above those that only later segments find.
struct RankingSegment {
  enum class Order : std::uint8_t {
    first_pass,  ///< its articles stay in the order of the first pass
    reranked     ///< its best articles are candidates: the second pass puts them into order
  };
  Xapian::Query query;
  Order order = Order::first_pass;
};

/// Divides the ranking of a question into segments: the candidates first, then what only more lists find, then other
/// readings of marked words.
///
///   for (const RankingSegment& segment : ranking_segments(prepared, vocabulary, request)) …
///
/// Takes    a prepared question, the vocabulary that it was prepared with, and the request: --match any and
///          --limit all use all lists at once.
/// Returns  at least one segment; the query of a segment may be empty. The first one is reranked.
/// Errors   those of the vocabulary.
/// Source   docs/ranking.md, "Two passes". Covered by segments_test, search_order_test and search_pages_test.
std::vector<RankingSegment> ranking_segments(const PreparedQuestion& prepared, const Vocabulary& vocabulary,
                                             const SearchRequest& request);

}  // namespace timbao
