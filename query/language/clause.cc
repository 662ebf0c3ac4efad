// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/language/clause.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <utility>

#include "query/language/days.h"

namespace timbao {
namespace {

/// Takes the clauses of a kind out of a list.
///
/// Returns  them, in their order; none where there is only one, which then stays.
std::vector<Clause> take_several(std::vector<Clause>& clauses, ClauseKind kind) {
  const auto is_of_kind = [kind](const Clause& clause) { return clause.kind == kind; };
  if (std::count_if(clauses.begin(), clauses.end(), is_of_kind) < 2) return {};
  const auto first = std::stable_partition(clauses.begin(), clauses.end(), std::not_fn(is_of_kind));
  std::vector<Clause> taken(std::make_move_iterator(first), std::make_move_iterator(clauses.end()));
  clauses.erase(first, clauses.end());
  return taken;
}

void add_merged_days(std::vector<Clause>& clauses) {
  std::vector<DayRange> ranges;
  for (const Clause& days : take_several(clauses, ClauseKind::days)) ranges.push_back(days.days);
  for (const DayRange& range : merged_days(std::move(ranges))) clauses.push_back(days_clause(range));
}

void add_merged_terms(std::vector<Clause>& clauses) {
  std::vector<std::string> terms;
  for (const Clause& one : take_several(clauses, ClauseKind::terms))
    terms.insert(terms.end(), one.terms.begin(), one.terms.end());
  if (terms.empty()) return;
  std::sort(terms.begin(), terms.end());
  terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
  clauses.push_back(terms_clause(std::move(terms)));
}

/// Alternatives of which all filters by terms are one clause: a clause each would be asked about every article that is
/// read. So are ranges of days that meet or overlap.
std::vector<Clause> with_merged_filters(std::vector<Clause> alternatives) {
  add_merged_days(alternatives);
  add_merged_terms(alternatives);
  return alternatives;
}

}  // namespace

bool operator==(const PhraseStep& a, const PhraseStep& b) {
  return a.from == b.from && a.to == b.to && a.word == b.word;
}

bool operator==(const Clause& a, const Clause& b) {
  return a.kind == b.kind && a.word == b.word && a.length == b.length && a.terms == b.terms &&
         a.days.first == b.days.first && a.days.last == b.days.last && a.steps == b.steps &&
         a.distances == b.distances && a.moment == b.moment && a.children == b.children;
}

Clause word_clause(WordId word) {
  Clause clause;
  clause.kind = ClauseKind::word;
  clause.word = word;
  return clause;
}

Clause near_clause(std::vector<Clause> children, std::vector<std::uint32_t> distances) {
  Clause clause;
  clause.kind = ClauseKind::near;
  clause.children = std::move(children);
  clause.distances = std::move(distances);
  return clause;
}

Clause terms_clause(std::vector<std::string> terms) {
  Clause clause;
  clause.kind = ClauseKind::terms;
  clause.terms = std::move(terms);
  return clause;
}

Clause days_clause(const DayRange& days) {
  Clause clause;
  clause.kind = ClauseKind::days;
  clause.days = days;
  return clause;
}

Clause since_clause(std::int64_t moment) {
  Clause clause;
  clause.kind = ClauseKind::since;
  clause.moment = moment;
  return clause;
}

Clause group_clause(ClauseKind kind, std::vector<Clause> children) {
  if (children.size() == 1 && kind != ClauseKind::none_of) return std::move(children.front());
  Clause clause;
  clause.kind = kind;
  clause.children = std::move(children);
  return clause;
}

Clause any_of_clause(std::vector<Clause> children) {
  return group_clause(ClauseKind::any_of, with_merged_filters(std::move(children)));
}

Clause none_of_clause(std::vector<Clause> children) {
  return group_clause(ClauseKind::none_of, with_merged_filters(std::move(children)));
}

Clause never_clause() { return group_clause(ClauseKind::any_of, {}); }

bool is_any_of_words(const Clause& clause) {
  const bool is_any =
      clause.kind == ClauseKind::any_of && std::all_of(clause.children.begin(), clause.children.end(), is_any_of_words);
  return clause.kind == ClauseKind::word || is_any;
}

std::vector<bool> places_with_a_choice(const Clause& phrase) {
  std::vector<bool> choice(phrase.length);
  std::vector<int> steps_from(phrase.length);
  for (const PhraseStep& step : phrase.steps) {
    ++steps_from[step.from];
    for (std::size_t place = step.from; place < step.to; ++place)
      if (step.to - step.from > 1 || steps_from[step.from] > 1) choice[place] = true;
  }
  return choice;
}

}  // namespace timbao
