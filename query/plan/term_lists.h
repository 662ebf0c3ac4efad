// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <vector>

#include "query/plan/clause_kinds.h"

namespace timbao {

/// Posting lists that are opened as one, and the share of the articles that stand in them.
struct TermList {
  Xapian::Query query;
  double share = 0;
};

/// An OR of terms, without weight.
///
///   any_of_terms({"dang~", "dang~93"}).get_description() == "Query((dang~ OR dang~93))"
///
/// Takes    terms as the index has them.
/// Returns  the term itself if it is the only one; a query that matches nothing if there is none.
/// Errors   none.
/// Source   Xapian's documentation of Query::OP_OR. Covered by clause_kinds_test.
Xapian::Query any_of_terms(const std::vector<std::string>& terms);

/// How many articles have at least one of the terms: at most, and about as a share of all.
///
/// Takes    terms as the index has them.
/// Returns  sum_of(): the sum of their document frequencies. share_with_any(): see ShareWithAny.
/// Errors   those of the vocabulary.
/// Source   docs/ranking.md, "Counting hits". Covered by clause_kinds_test.
std::uint64_t sum_of(const std::vector<std::string>& terms, const Vocabulary& vocabulary);
double share_with_any(const std::vector<std::string>& terms, const Vocabulary& vocabulary);

/// any_of_terms() and share_with_any() of the same terms.
TermList list_of(const std::vector<std::string>& terms, const Vocabulary& vocabulary);

}  // namespace timbao
