// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/plan/days_query.h"

#include <string>
#include <vector>

#include "common/index/moment_key.h"
#include "common/index/schema.h"
#include "query/language/days.h"
#include "query/plan/ranking_numbers.h"
#include "query/plan/term_lists.h"

namespace timbao {
namespace {

bool is_open_first(const DayRange& range) { return range.first == DayRange().first; }
bool is_open_last(const DayRange& range) { return range.last == DayRange().last; }

/// Articles without a date have a key of set bits only, which is above every moment; the last moment of an open range
/// is just below it.
Xapian::Query moments_query(const DayRange& range) {
  std::string last_moment(kMomentKeyBytes, '\xFF');
  last_moment.back() = '\xFE';
  const std::string begin =
      is_open_first(range) ? std::string(kMomentKeyBytes, '\0') : moment_key(first_second_of(range.first));
  // Behind the moment each key has an id, so the key of the first second behind the range is greater than this.
  const std::string end = is_open_last(range) ? last_moment : moment_key(first_second_of(range.last) + kSecondsADay);
  return {Xapian::Query::OP_VALUE_RANGE, slot::kOldest, begin, end};
}

}  // namespace

Xapian::Query days_query(const DayRange& range, const Vocabulary& vocabulary) {
  const std::vector<TermCount> terms = day_terms(range, vocabulary);
  if (terms.size() > ranking::kMostDayTerms) return moments_query(range);
  std::vector<std::string> names;
  names.reserve(terms.size());
  for (const TermCount& term : terms) names.push_back(term.term);
  return any_of_terms(names);
}

}  // namespace timbao
