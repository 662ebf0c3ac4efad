// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "query/language/asked_words.h"
#include "query/language/clause.h"
#include "query/language/tree.h"
#include "query/request/request.h"

namespace timbao {

/// The conditions that a query sets.
struct TreeClauses {
  Clause hits;                      ///< what makes an article a hit
  Clause counted;                   ///< what `total` counts
  bool has_optional_words = false;  ///< `hits` asks for any one of the words, so that a hit may have few of them
};

/// Makes the conditions out of a tree, --match, --from and --to.
///
///   xây dựng                 hits: any_of(xây, dựng); counted: all_of(xây, dựng)
///   xây dựng, --match all    both: all_of(xây, dựng)
///   +xây dựng -"bàn giao"    hits: all_of(xây, none_of(run(bàn giao)))
///
/// Takes    the tree; the request; the list that the query's words are added to.
/// Errors   none: what asks for nothing is never true.
/// Source   docs/query-language.md, "What is a hit". Covered by question_test and search_oracle_test.
TreeClauses clauses_of(const Node& root, const SearchRequest& request, AskedWordList& words);

}  // namespace timbao
