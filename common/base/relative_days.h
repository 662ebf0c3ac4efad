// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>

#include "common/base/date_line.h"
#include "common/base/day.h"

namespace timbao {

/// Reads days that are named as seen from today: a day, week, month, quarter or year.
///
///   relative_days(*date_line("tuần trước"), {2018, 2, 3})    2018-01-22..2018-01-28
///   relative_days(*date_line("nam ngoai"), {2018, 2, 3})     2017-01-01..2017-12-31
///
/// Takes    a whole line, with marks or without, and the day that counts as today. Weeks begin on Monday.
/// Returns  all days of the week, month, quarter or year, also those after today; nothing where the line is no such
///          name.
/// Errors   none: what lies beyond the calendar ends with its first or last day.
/// Source   docs/dates.md, "Days in queries", whose examples dates_page_test reads. Covered by relative_days_test.
std::optional<DayRange> relative_days(const DateLine& line, const Day& today);

}  // namespace timbao
