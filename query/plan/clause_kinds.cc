// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/plan/clause_kinds.h"

#include <algorithm>

namespace timbao {

bool needs_sequences(const Clause& clause) {
  return row_of(clause).told_by == ToldBy::token_sequences ||
         std::any_of(clause.children.begin(), clause.children.end(), needs_sequences);
}

}  // namespace timbao
