// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/plan/told_by_lists.h"

#include <utility>
#include <vector>

namespace timbao {

std::optional<Clause> told_by_lists(const Clause& clause, const ClauseContext& context) {
  if (!needs_sequences(clause, context)) return clause;
  const bool is_group = clause.kind == ClauseKind::all_of || clause.kind == ClauseKind::any_of;
  if (!is_group || is_left_to_sequences(clause, context)) return std::nullopt;
  std::vector<Clause> told;
  for (const Clause& child : clause.children)
    if (std::optional<Clause> part = told_by_lists(child, context)) told.push_back(std::move(*part));
  if (told.empty() || (clause.kind == ClauseKind::all_of && told.size() < clause.children.size())) return std::nullopt;
  return group_clause(clause.kind, std::move(told));
}

}  // namespace timbao
