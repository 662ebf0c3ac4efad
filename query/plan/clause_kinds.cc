// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/plan/clause_kinds.h"

#include <algorithm>
#include <numeric>

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

/// Whether token sequences alone tell about all that a clause is made of.
bool is_all_of_text(const Clause& clause, const ClauseContext& context) {
  const bool is_leaf = clause.children.empty() || clause.kind == ClauseKind::near;
  return is_leaf ? is_of_text(clause, context)
                 : std::all_of(clause.children.begin(), clause.children.end(),
                               [&](const Clause& child) { return is_all_of_text(child, context); });
}

double postings_of(const Clause& clause, const ClauseContext& context);

double postings_of_all(const Clause& clause, const ClauseContext& context) {
  double least = context.vocabulary.articles(), excluding = 0;
  for (const Clause& child : clause.children) {
    const double postings = postings_of(child, context);
    if (child.kind == ClauseKind::none_of)
      excluding += postings;
    else
      least = std::min(least, postings);
  }
  return least + excluding;
}

double postings_of_any(const Clause& clause, const ClauseContext& context) {
  double sum = 0;
  for (const Clause* child : distinct(clause.children)) sum += postings_of(*child, context);
  return sum;
}

/// Words are only looked up for the articles that the commonest of them leave.
double postings_of_none(const Clause& clause, const ClauseContext& context) {
  double sum = context.vocabulary.articles();
  for (const Clause& child : clause.children)
    if (child.kind != ClauseKind::word) sum += postings_of(child, context);
  return sum;
}

/// About how many postings the query of a clause reads.
double postings_of(const Clause& clause, const ClauseContext& context) {
  if (clause.kind == ClauseKind::all_of) return postings_of_all(clause, context);
  if (clause.kind == ClauseKind::any_of) return postings_of_any(clause, context);
  if (clause.kind == ClauseKind::none_of) return postings_of_none(clause, context);
  return static_cast<double>(most_articles(clause, context));
}

/// Whether the lists of a group are so many that to read every article costs less.
bool has_endless_lists(const Clause& group, const ClauseContext& context) {
  const double most = ranking::kPostingsAnArticle * context.vocabulary.articles();
  return has_more_leaves(group, ranking::kManyChoices) && is_all_of_text(group, context) &&
         postings_of(group, context) > most;
}

std::size_t leaves_of(const Clause& clause) {
  if (clause.children.empty()) return 1;
  return std::accumulate(clause.children.begin(), clause.children.end(), std::size_t{0},
                         [](std::size_t sum, const Clause& child) { return sum + leaves_of(child); });
}

}  // namespace

bool has_more_leaves(const Clause& clause, std::size_t many) { return leaves_of(clause) > many; }

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
  const bool is_common = clause.kind == ClauseKind::any_of && is_common_choice(clause, context);
  return is_common || (row_of(clause).told_by == ToldBy::its_children && has_endless_lists(clause, context));
}

bool needs_sequences(const Clause& clause, const ClauseContext& context) {
  return row_of(clause).told_by == ToldBy::token_sequences || is_left_to_sequences(clause, context) ||
         std::any_of(clause.children.begin(), clause.children.end(),
                     [&](const Clause& child) { return needs_sequences(child, context); });
}

}  // namespace timbao
