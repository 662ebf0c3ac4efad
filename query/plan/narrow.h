// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "query/plan/clause_kinds.h"

namespace timbao {

/// Leaves words out of a conjunction, so that fewer posting lists are opened to count its articles.
///
///   narrowed(all(đảng, và, của), context) == all(đảng)      where few articles have đảng
///
/// Takes    a clause and the context of its question.
/// Returns  a clause that is true wherever the given one is, and for hardly more articles: of words, with their
///          alternatives, that must all be there it has the rarest, until fewer than ranking::kHardlyAny articles are
///          likely to have them by chance. Articles that the narrow clause finds still have to be read to count the
///          given one. A clause of another kind comes back as it is.
/// Errors   those of the vocabulary.
/// Source   docs/ranking.md, "Counting hits". Covered by clause_kinds_test and search_pages_test.
Clause narrowed(const Clause& clause, const ClauseContext& context);

}  // namespace timbao
