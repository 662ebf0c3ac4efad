// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "common/base/day.h"
#include "common/index/vocabulary.h"
#include "common/text/tokenize.h"
#include "query/language/tree.h"
#include "query/suggest/best_hits.h"

namespace timbao {

/// A query for which a better one may be suggested.
struct SuggestedFor {
  std::string_view query;  ///< as it was typed
  Node root;               ///< as it was read
  Day today;
};

/// What a suggestion is made from.
struct SuggestSources {
  const Vocabulary& vocabulary;
  Tokenizer& tokenizer;

  /// The best hits of the query. They are only asked where the vocabulary alone does not show that the query is right.
  BestHits& hits;
};

/// Did you mean: the query that was more likely meant.
///
///   suggestion_for({"xay dung dang", root, today}, sources) == "xây dựng đảng"
///   suggestion_for({"chính sáxh", root, today}, sources) == "chính sách"
///   suggestion_for({"xaydungdang", root, today}, sources) == "xây dựng đảng"
///
/// Words that were typed as one are taken apart (pieces.h); mistyped ones are corrected, as spelled() says; of a query
/// without any mark, all words get the marks that marked() finds. A word that the archive's pairs, or one of the best
/// hits, have beside a neighbour is not looked at: most queries are right, and cost next to nothing. Operators, fields, filters, and words behind `=` stay as they are.
///
/// Takes    a query and what a suggestion is made from.
/// Returns  a query that is read as another tree than the typed one; empty where there is nothing to suggest.
/// Errors   those of the vocabulary and of the hits.
/// Source   docs/query-language.md, "Did you mean". Covered by suggestion_test and fuzz/suggestion_fuzz.
std::string suggestion_for(SuggestedFor asked, const SuggestSources& sources);

}  // namespace timbao
