// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/language/days.h"

#include <algorithm>
#include <charconv>
#include <string>

#include "common/index/moment_key.h"
#include "common/index/schema.h"
#include "common/index/terms.h"

namespace timbao {
namespace {

/// The number that a date term ends with: "M201801" and two digits -> 1.
std::optional<int> number_in(const std::string& term, std::size_t digits) {
  if (term.size() < digits) return std::nullopt;
  int number = 0;
  const char* const end = term.data() + term.size();
  const auto [stop, problem] = std::from_chars(end - digits, end, number);
  const bool is_number = problem == std::errc() && stop == end;
  return is_number ? std::optional(number) : std::nullopt;
}

bool covers(const DayRange& range, const DayRange& part) {
  return !(part.first < range.first) && !(range.last < part.last);
}

/// Collects the terms of one range: from years down to the months and days at its ends.
class Collector {
 public:
  Collector(const DayRange& range, const Vocabulary& vocabulary) : range_(range), vocabulary_(vocabulary) {}

  std::vector<TermCount> terms() {
    for (const TermCount& year : vocabulary_.terms_beginning(std::string(prefix::kYear)))
      if (const std::optional<int> number = number_in(year.term, 4); number && year.term.size() == 5)
        add(year, {{*number, 1, 1}, {*number, 12, 31}}, &Collector::add_months);
    return std::move(terms_);
  }

 private:
  using AddParts = void (Collector::*)(const Day&);

  /// Adds a term whose days all lie in the range. Where only some of them do, adds the terms of its parts instead.
  void add(const TermCount& term, const DayRange& days, AddParts add_parts) {
    if (covers(range_, days))
      terms_.push_back(term);
    else if (overlap(range_, days) && add_parts != nullptr)
      (this->*add_parts)(days.first);
  }

  void add_months(const Day& year) {
    for (const TermCount& month : vocabulary_.terms_beginning(month_term(year).substr(0, 5)))
      if (const std::optional<int> number = number_in(month.term, 2); number && *number >= 1 && *number <= 12)
        add(month, {{year.year, *number, 1}, last_day_of_month(year.year, *number)}, &Collector::add_days);
  }

  void add_days(const Day& month) {
    for (const TermCount& day : vocabulary_.terms_beginning(day_term(month).substr(0, 7)))
      if (const std::optional<int> number = number_in(day.term, 2))
        add(day, {{month.year, month.month, *number}, {month.year, month.month, *number}}, nullptr);
  }

  const DayRange& range_;
  const Vocabulary& vocabulary_;
  std::vector<TermCount> terms_;
};

}  // namespace

bool overlap(const DayRange& a, const DayRange& b) { return !(a.last < b.first) && !(b.last < a.first); }

std::vector<DayRange> merged_days(std::vector<DayRange> ranges) {
  std::sort(ranges.begin(), ranges.end(), [](const DayRange& a, const DayRange& b) { return a.first < b.first; });
  std::vector<DayRange> merged;
  for (const DayRange& range : ranges) {
    const bool meets = !merged.empty() && days_from_epoch(range.first) <= days_from_epoch(merged.back().last) + 1;
    if (!meets)
      merged.push_back(range);
    else if (merged.back().last < range.last)
      merged.back().last = range.last;
  }
  return merged;
}

std::vector<TermCount> day_terms(const DayRange& range, const Vocabulary& vocabulary) {
  return Collector(range, vocabulary).terms();
}

std::optional<Day> day_of_key(std::string_view oldest_key) {
  const std::optional<std::int64_t> seconds = moment_of_key(oldest_key);
  return seconds ? std::optional(day_at(*seconds)) : std::nullopt;
}

}  // namespace timbao
