// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/plan/days_query.h"

#include <string>
#include <vector>

#include "common/index/moment_key.h"
#include "common/index/schema.h"
#include "query/language/days.h"

namespace timbao {
namespace {

constexpr std::size_t kMostTerms = 32;  // above it a range of moments costs less than to open their lists

bool is_open_first(const DayRange& range) { return range.first == DayRange().first; }
bool is_open_last(const DayRange& range) { return range.last == DayRange().last; }

/// Of undated articles the key has only bits that are set, above every moment.
Xapian::Query moments_query(const DayRange& range) {
  std::string last_moment(kMomentKeyBytes, '\xFF');
  last_moment.back() = '\xFE';
  const std::string begin =
      is_open_first(range) ? std::string(kMomentKeyBytes, '\0') : moment_key(first_second_of(range.first));
  // Every key goes on with an id, so that one of the very second behind the range is greater than this.
  const std::string end = is_open_last(range) ? last_moment : moment_key(first_second_of(range.last) + kSecondsADay);
  return {Xapian::Query::OP_VALUE_RANGE, slot::kOldest, begin, end};
}

}  // namespace

Xapian::Query days_query(const DayRange& range, const Vocabulary& vocabulary) {
  const std::vector<TermCount> terms = day_terms(range, vocabulary);
  if (terms.size() > kMostTerms) return moments_query(range);
  std::vector<std::string> names;
  names.reserve(terms.size());
  for (const TermCount& term : terms) names.push_back(term.term);
  return names.empty() ? Xapian::Query::MatchNothing : Xapian::Query(Xapian::Query::OP_OR, names.begin(), names.end());
}

}  // namespace timbao
