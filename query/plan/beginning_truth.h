// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>

#include "query/plan/clause_kinds.h"

namespace timbao {

/// What the beginning of an article tells about a clause.
enum class Truth : std::uint8_t {
  no,      ///< the clause is not true for the article, however it goes on
  yes,     ///< the clause is true for it, however it goes on
  unknown  ///< the rest has to be read
};

/// Tells from the beginning of an article whether a clause is true for all of it: what stands in the beginning stands in
/// the article, and what does not may follow.
///
///   truth_at_beginning(any_of(phrase a b, phrase c d), …)     yes, where "c d" stands in the beginning
///   truth_at_beginning(none_of(phrase a b, phrase c d), …)    no, where it does
///
/// Takes    any clause, and as evidence the tokens of the beginning with the filters of the article.
/// Returns  unknown for a word or phrase that does not stand in the beginning.
/// Errors   those of the filters.
/// Source   docs/ranking.md, "Phrases". Covered by beginning_truth_test, which compares it with the whole article.
Truth truth_at_beginning(const Clause& clause, ArticleEvidence& article);

}  // namespace timbao
