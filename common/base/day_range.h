// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "common/base/day.h"

namespace timbao {

/// Reads a day, a week, a month, a quarter, a year or a range of them, as `date:`, --from and --to take them. docs/dates.md lists
/// the forms.
///
///   "2018"  "2018-01"  "01/2018"  "tháng 1 năm 2018"  "2018-W05"  and each day that parse_timestamp() reads
///   "hôm qua"  "tuần trước"  "tháng này"  "năm ngoái"  "quý 1/2018"
///   "2017-12..31/01/2018"  "..2018"  "2018.."  "7d" (the last seven days, today included)
///
/// Takes    the text and the day that counts as today.
/// Returns  the days it covers, first <= last, of the years 1 to 9999: a year that no article has is a range all the
///          same, on which nothing is found. A moment covers its day in Viet Nam. Nothing if the text is none of these
///          forms or no day of the calendar.
/// Errors   none: who calls it says what was not understood.
/// Source   docs/dates.md, whose examples dates_page_test reads; weeks by ISO 8601. Covered by day_range_test and
///          day_fuzz.
std::optional<DayRange> parse_day_range(std::string_view text, const Day& today);

}  // namespace timbao
