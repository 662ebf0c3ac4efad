// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/language/clause.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "query/language/days.h"

namespace timbao {

bool operator==(const PhraseStep& a, const PhraseStep& b) {
  return a.from == b.from && a.to == b.to && a.word == b.word;
}

bool operator==(const Clause& a, const Clause& b) {
  return a.kind == b.kind && a.word == b.word && a.length == b.length && a.terms == b.terms &&
         a.days.first == b.days.first && a.days.last == b.days.last && a.steps == b.steps &&
         a.distances == b.distances && a.children == b.children;
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

Clause group_clause(ClauseKind kind, std::vector<Clause> children) {
  if (children.size() == 1 && kind != ClauseKind::none_of) return std::move(children.front());
  Clause clause;
  clause.kind = kind;
  clause.children = std::move(children);
  return clause;
}

Clause any_of_clause(std::vector<Clause> children) {
  const auto is_of_days = [](const Clause& child) { return child.kind == ClauseKind::days; };
  if (std::count_if(children.begin(), children.end(), is_of_days) < 2)
    return group_clause(ClauseKind::any_of, std::move(children));
  const auto days = std::stable_partition(children.begin(), children.end(), std::not_fn(is_of_days));
  std::vector<DayRange> ranges;
  ranges.reserve(static_cast<std::size_t>(children.end() - days));
  for (auto child = days; child != children.end(); ++child) ranges.push_back(child->days);
  children.erase(days, children.end());
  for (const DayRange& range : merged_days(std::move(ranges))) children.push_back(days_clause(range));
  return group_clause(ClauseKind::any_of, std::move(children));
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
