// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/plan/clause_kinds.h"

#include <algorithm>

#include "common/base/ascii.h"
#include "query/plan/ranking_numbers.h"

namespace timbao {
namespace {

bool is_common_beginning(const Clause& clause, const ClauseContext& context) {
  const double common = ranking::kCommonBeginning * context.vocabulary.articles();
  return context.words[clause.word].is_beginning() && context.counts[clause.word].articles_folded > common &&
         !is_of_number(clause, context);
}

/// Whether the token sequence alone, without terms and dates, tells if the clause is true.
bool is_of_text(const Clause& clause, const ClauseContext& context) {
  const bool is_word = clause.kind == ClauseKind::word && !is_of_number(clause, context);
  return is_word || row_of(clause).told_by == ToldBy::token_sequences;
}

bool is_common_choice(const Clause& clause, const ClauseContext& context) {
  if (clause.children.size() <= ranking::kManyChoices) return false;
  const std::vector<const Clause*> choices = distinct(clause.children);
  if (choices.size() <= ranking::kManyChoices) return false;
  if (!std::all_of(choices.begin(), choices.end(), [&](const Clause* each) { return is_of_text(*each, context); }))
    return false;
  double with_none = 1;
  for (const Clause* each : choices) with_none *= 1 - likely_share(*each, context);
  return 1 - with_none > ranking::kCommonChoice;
}

}  // namespace

std::vector<const Clause*> distinct(const std::vector<Clause>& clauses) {
  std::vector<const Clause*> list;
  for (const Clause& clause : clauses)
    if (std::none_of(list.begin(), list.end(), [&](const Clause* other) { return *other == clause; }))
      list.push_back(&clause);
  return list;
}

bool is_of_number(const Clause& word, const ClauseContext& context) {
  const std::string& folded = context.words[word.word].folded;
  return std::any_of(folded.begin(), folded.end(), is_ascii_digit);
}

bool is_left_to_sequences(const Clause& clause, const ClauseContext& context) {
  if (clause.kind == ClauseKind::word) return is_common_beginning(clause, context);
  return clause.kind == ClauseKind::any_of && is_common_choice(clause, context);
}

bool needs_sequences(const Clause& clause, const ClauseContext& context) {
  return row_of(clause).told_by == ToldBy::token_sequences || is_left_to_sequences(clause, context) ||
         std::any_of(clause.children.begin(), clause.children.end(),
                     [&](const Clause& child) { return needs_sequences(child, context); });
}

}  // namespace timbao
