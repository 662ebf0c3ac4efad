// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/plan/narrow.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "query/plan/ranking_numbers.h"

namespace timbao {
namespace {

bool is_without_numbers(const Clause& phrase, const ClauseContext& context) {
  return std::none_of(phrase.steps.begin(), phrase.steps.end(),
                      [&](const PhraseStep& step) { return is_of_number(word_clause(step.word), context); });
}

/// Whether token sequences tell as much about a clause as posting lists do: about words, and about groups of words and
/// phrases, as a word with its alternatives is one. Numbers are never left out: posting lists know more about them. 5700
/// is a term of an article with "5 700-seat" and none of one with "5 700 800".
bool may_be_left_out(const Clause& clause, const ClauseContext& context) {
  if (clause.kind == ClauseKind::word) return !is_of_number(clause, context);
  if (clause.kind != ClauseKind::all_of && clause.kind != ClauseKind::any_of) return false;
  return std::all_of(clause.children.begin(), clause.children.end(), [&](const Clause& child) {
    return child.kind == ClauseKind::phrase ? is_without_numbers(child, context) : may_be_left_out(child, context);
  });
}

}  // namespace

Clause narrowed(const Clause& clause, const ClauseContext& context) {
  Clause narrow = clause;
  if (clause.kind != ClauseKind::all_of) return narrow;
  const auto is_needed = [&](const Clause& child) { return !may_be_left_out(child, context); };
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
