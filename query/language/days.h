// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "common/base/day_range.h"
#include "common/index/vocabulary.h"

namespace timbao {

/// Ranges of days in their order; ranges that overlap or follow each other without a gap become one range.
///
///   merged_days({2017..2018, 2018-06..2019})   {2017..2019}
///
/// Errors   none.
/// Source   docs/query-language.md, "Fields": the same field twice means either. Covered by days_test.
std::vector<DayRange> merged_days(std::vector<DayRange> ranges);

/// Whether two ranges have a day in common.
///
/// Source   covered by days_test.
bool overlap(const DayRange& a, const DayRange& b);

/// The date terms of an archive that together cover a range of days, and how many articles have each: whole years and
/// months where all their days lie in the range, and single days at its ends.
///
///   2017-12-30..2019-01-02   D20171230 D20171231 Y2018 D20190101 D20190102
///
/// Takes    any range. At each end of it, at most the months of a year and the days of a month are looked up, whatever
///          its length.
/// Returns  only terms that the archive has, each once. An open end of a range reaches as far as the archive.
/// Errors   those of the vocabulary.
/// Source   docs/index-format.md has the terms. Covered by days_test.
std::vector<TermCount> day_terms(const DayRange& range, const Vocabulary& vocabulary);

/// The day of an article in Viet Nam, from its value in slot::kOldest.
///
/// Returns  nothing where the article has no date, and where the value is too short, as in a damaged index.
/// Errors   none.
/// Source   docs/index-format.md, "Value slots". Covered by days_test.
std::optional<Day> day_of_key(std::string_view oldest_key);

}  // namespace timbao
