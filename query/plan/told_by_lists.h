// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>

#include "query/plan/clause_kinds.h"

namespace timbao {

/// The part of a clause that posting lists alone tell: an article that this part finds need not be read.
///
///   told_by_lists(all(any(csgt, phrase(cảnh sát giao thông)), đèn), context)      all(csgt, đèn)
///
/// Takes    a clause and the context of its question.
/// Returns  a clause that is told by posting lists (needs_sequences() is false), and where it is true the given one is
///          too; nothing where lists never tell that the given one is true, as of a phrase.
/// Errors   those of the vocabulary.
/// Source   docs/ranking.md, "Counting hits". Covered by clause_kinds_test and search_oracle_test.
std::optional<Clause> told_by_lists(const Clause& clause, const ClauseContext& context);

}  // namespace timbao
