// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "common/base/day_range.h"
#include "common/index/vocabulary.h"

namespace timbao {

/// Ranges of days in their order, with those that meet or overlap made one: 2017..2018 and 2018-06..2019 -> 2017..2019.
std::vector<DayRange> merged_days(std::vector<DayRange> ranges);

/// Whether two ranges have a day in common.
bool overlap(const DayRange& a, const DayRange& b);

/// The terms of an archive that cover the days of a range, as years, months and days, with their counts.
///
///   2017-12-30..2019-01-02 -> D20171230 D20171231 Y2018 D20190101 D20190102, as far as any article has them
///
/// Takes    any range; its ends cost the months and days of a year at most, and the years between what the archive has.
/// Returns  only terms that the archive has, each once; an open end is open.
std::vector<TermCount> day_terms(const DayRange& range, const Vocabulary& vocabulary);

/// The day of an article in Viet Nam, told from its value in slot::kOldest; nothing where it has no date.
std::optional<Day> day_of_key(std::string_view oldest_key);

}  // namespace timbao
