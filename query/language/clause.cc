// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/language/clause.h"

#include <algorithm>

namespace timbao {
namespace {

bool is_same_step(const RunStep& a, const RunStep& b) { return a.from == b.from && a.to == b.to && a.word == b.word; }

}  // namespace

bool operator==(const Clause& a, const Clause& b) {
  return a.kind == b.kind && a.word == b.word && a.length == b.length && a.terms == b.terms &&
         a.days.first == b.days.first && a.days.last == b.days.last &&
         std::equal(a.steps.begin(), a.steps.end(), b.steps.begin(), b.steps.end(), is_same_step) &&
         a.children == b.children;
}

bool has_run(const Clause& clause) {
  return clause.kind == ClauseKind::run || std::any_of(clause.children.begin(), clause.children.end(), has_run);
}

bool is_any_of_words(const Clause& clause) {
  const bool is_any =
      clause.kind == ClauseKind::any_of && std::all_of(clause.children.begin(), clause.children.end(), is_any_of_words);
  return clause.kind == ClauseKind::word || is_any;
}

std::vector<bool> places_with_a_choice(const Clause& run) {
  std::vector<bool> choice(run.length);
  std::vector<int> steps_from(run.length);
  for (const RunStep& step : run.steps) {
    ++steps_from[step.from];
    for (std::size_t place = step.from; place < step.to; ++place)
      if (step.to - step.from > 1 || steps_from[step.from] > 1) choice[place] = true;
  }
  return choice;
}

}  // namespace timbao
