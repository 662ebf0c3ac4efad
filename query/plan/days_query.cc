// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/plan/days_query.h"

#include <string>
#include <vector>

#include "common/index/schema.h"
#include "query/language/days.h"
#include "query/plan/ranking_numbers.h"

namespace timbao {
namespace {

constexpr std::int64_t kSecondsADay = 86'400;
constexpr std::size_t kMomentBytes = 8;  // of slot::kOldest; the id follows
constexpr std::uint64_t kSignBit = std::uint64_t{1} << 63U;

/// A moment as slot::kOldest begins with it (docs/index-format.md, "Value slots").
std::string moment_key(std::int64_t seconds) {
  std::uint64_t number = static_cast<std::uint64_t>(seconds) ^ kSignBit;
  std::string bytes(kMomentBytes, '\0');
  for (std::size_t i = bytes.size(); i-- > 0; number >>= 8U) bytes[i] = static_cast<char>(number & 0xFFU);
  return bytes;
}

/// When a day begins in Viet Nam.
std::int64_t beginning_of(const Day& day) { return days_from_epoch(day) * kSecondsADay - kVietnamZoneSeconds; }

bool is_open_first(const DayRange& range) { return range.first == DayRange().first; }
bool is_open_last(const DayRange& range) { return range.last == DayRange().last; }

/// Articles without a date have a key of set bits only, which is above every moment; the last moment of an open range
/// is just below it.
Xapian::Query moments_query(const DayRange& range) {
  std::string last_moment(kMomentBytes, '\xFF');
  last_moment.back() = '\xFE';
  const std::string begin =
      is_open_first(range) ? std::string(kMomentBytes, '\0') : moment_key(beginning_of(range.first));
  // Behind the moment each key has an id, so the key of the first second behind the range is greater than this.
  const std::string end = is_open_last(range) ? last_moment : moment_key(beginning_of(range.last) + kSecondsADay);
  return {Xapian::Query::OP_VALUE_RANGE, slot::kOldest, begin, end};
}

}  // namespace

Xapian::Query days_query(const DayRange& range, const Vocabulary& vocabulary) {
  const std::vector<TermCount> terms = day_terms(range, vocabulary);
  if (terms.size() > ranking::kMostDayTerms) return moments_query(range);
  std::vector<std::string> names;
  names.reserve(terms.size());
  for (const TermCount& term : terms) names.push_back(term.term);
  return names.empty() ? Xapian::Query::MatchNothing : Xapian::Query(Xapian::Query::OP_OR, names.begin(), names.end());
}

}  // namespace timbao
