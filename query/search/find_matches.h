// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <optional>
#include <vector>

#include "query/search/clause_decider.h"
#include "query/search/ranked_article.h"
#include "query/search/search_context.h"

namespace timbao {

/// Which articles Xapian is asked for, and in which order.
struct WantedMatches {
  Xapian::Query query;
  Weighting weighting = Weighting::none;
  Copies copies = Copies::all;

  /// The slot whose values decide the order of articles that weigh the same; nothing: that of the index.
  std::optional<Xapian::valueno> sorted_by = {};

  Xapian::doccount first = 0;    ///< how many are passed over
  Xapian::doccount most = 0;     ///< how many are given at most
  Xapian::doccount look_at = 0;  ///< how many Xapian looks at, at least
  Xapian::doccount counted = 0;  ///< of how many the count is exact, at least

  /// Decides which of the articles that the query finds are wanted; null: all. The query finds every article for which
  /// the decider's clause is true.
  const ClauseDecider* decider = nullptr;
};

/// Articles that a query finds.
struct Matches {
  std::vector<Candidate> found;
  std::uint64_t count = 0;  ///< how many there are; exact as WantedMatches::counted asks for it

  /// Whether `count` is exact where it was asked for. It is not where too many articles behind servers would have to be
  /// read to know it.
  bool is_exact = true;
};

/// Finds articles: the only caller of Xapian::Enquire::get_mset() with a decider. Xapian cannot send a decider to a
/// server, so of an archive with servers the articles are asked for without it, and their token sequences fetched and
/// decided here, many at once, until the wanted ones are found.
///
///   find_matches(context, {query, Weighting::none, Copies::all, slot::kNewest, 0, 10, 0, context.hits_decider()})
///
/// Returns  the same articles in the same order wherever the index is. Of an archive with servers, articles that neither
///          weight nor slot puts into order are in any order.
/// Errors   Xapian::Error, and Error(index_failed), where the index is damaged.
/// Source   docs/remote.md. Covered by the tests of searching, and with servers by tests/cli/remote_index_test.cc.
Matches find_matches(const SearchContext& context, const WantedMatches& wanted);

}  // namespace timbao
