// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/plan/narrow.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "query/plan/ranking_numbers.h"

namespace timbao {

Clause narrowed(const Clause& clause, const ClauseContext& context) {
  Clause narrow = clause;
  if (clause.kind != ClauseKind::all_of) return narrow;
  // Numbers are never left out: posting lists know more about them than token sequences. 5700 is a term of an article
  // with "5 700-seat" and none of one with "5 700 800".
  const auto is_needed = [&](const Clause& child) {
    return child.kind != ClauseKind::word || is_of_number(child, context);
  };
  const auto words = std::stable_partition(narrow.children.begin(), narrow.children.end(), is_needed);
  std::vector<std::pair<double, Clause>> by_share;
  by_share.reserve(static_cast<std::size_t>(narrow.children.end() - words));
  for (auto word = words; word != narrow.children.end(); ++word)
    by_share.emplace_back(likely_share(*word, context), *word);
  narrow.children.erase(words, narrow.children.end());
  std::stable_sort(by_share.begin(), by_share.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  double likely = likely_articles(narrow, context);
  for (auto& [share, word] : by_share) {
    if (likely < ranking::kHardlyAny) break;
    likely *= share;
    narrow.children.push_back(std::move(word));
  }
  return narrow;
}

}  // namespace timbao
