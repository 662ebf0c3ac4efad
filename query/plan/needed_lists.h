// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "query/plan/clause_kinds.h"

namespace timbao {

/// Terms of which an article must have one for a clause to be true, and how many postings they have together.
struct NeededList {
  std::vector<std::string> terms;
  std::uint64_t postings = 0;
};

/// The posting lists in which all articles of a clause stand, those with the fewest postings first.
///
///   needed_lists(phrase of "xây dựng cầu mới", context)      Bxay dung; cau~6; moi~, moi~71
///
/// Takes    any clause, and what its queries are made from. Beginnings of words are left out: they stand for many terms.
/// Returns  lists of certain words and pairs of phrases, and of the words and filters beside them; none of a clause that
///          may be true in another way.
/// Errors   those of the vocabulary.
/// Source   covered by needed_lists_test, and by search_oracle_test.
std::vector<NeededList> needed_lists(const Clause& clause, const ClauseContext& context);

}  // namespace timbao
