// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <optional>
#include <vector>

#include "query/request/answer.h"
#include "query/search/ranked_article.h"
#include "query/search/search_context.h"

namespace timbao {

/// How many articles there are, and the hits themselves where counting has found every one of them.
struct Counted {
  Total total;

  /// All hits, if they are few and required: reranking can take them as its candidates, so no query is needed to find
  /// them. Without it a page is the same, only slower.
  std::optional<Candidates> all_hits;
};

/// Counts the articles for which the clause `Question::counted` is true.
///
///   const Counted counted = count(context);
///   counted.total.count, counted.total.exact
///
/// Takes    the context of a search.
/// Returns  the exact number where hits are not ranked, all are wanted, or posting lists tell that there are at most
///          ranking::kCountedExactly; else an estimate.
/// Errors   Xapian::Error, and Error(index_failed), where the index is damaged.
/// Source   docs/ranking.md, "Counting hits". Covered by search_pages_test and search_oracle_test.
Counted count(const SearchContext& context);

/// The articles for which the clause `Question::counted` is true, all of them: those that the total counts.
///
///   counted_articles(context).size() == count(context).total.count      where that is exact
///
/// Takes    the context of a search.
/// Returns  the numbers of their documents, sorted. It takes as long as an exact count, however many there are.
/// Errors   Xapian::Error, and Error(index_failed), where the index is damaged.
/// Source   docs/query-language.md, "Facets". Covered by overview_oracle_test.
std::vector<Xapian::docid> counted_articles(const SearchContext& context);

/// What the hits have, beside what the total counts.
///
/// Takes    the context of a search.
/// Returns  any_word where hits may have any of the words, but those with all of them are counted.
/// Errors   none.
/// Source   docs/query-language.md, "What is a hit". Covered by search_pages_test.
HitsHave hits_have(const SearchContext& context);

}  // namespace timbao
