// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "common/base/date_line.h"
#include "common/base/day.h"

namespace timbao {

/// What the letters of a shape read; a part that its shape does not name keeps its value.
struct DateParts {
  int year = 0;
  int month = 0;
  int day = 0;
  int day_of_year = 0;
  int week = 0;
  int day_of_week = 0;
  int hour = 0;
  int minute = 0;
  int second = 0;
};

/// Matches a place of a line with the shape of a date or a time.
///
///   DateParts parts;
///   match_date_shape("D/M/Y", *date_line("31/1/2018, 08:01"), 0, parts) == 9      // and parts holds 2018, 1, 31
///
/// Takes    a shape: Y is four digits; M D H P (minute) Q (second) one or two, and exactly two where they are doubled
///          (MM); N (minute) S (second) W (week) two, J (day of the year) three, K (day of the week) one; B is a
///          month's name, G F E what stands behind hours, minutes and seconds ("giờ", "phút", "giây"). A space may be
///          missing in the line. Small letters are words as of match_word(), another byte stands for itself.
/// Returns  the place behind the match; nothing, and `parts` in any state, if the shape does not fit, or if a digit
///          stands before or behind the match. Values are not checked against the calendar.
/// Errors   none.
/// Source   docs/dates.md. Covered by date_shape_test.
std::optional<std::size_t> match_date_shape(std::string_view shape, const DateLine& line, std::size_t at,
                                            DateParts& parts);

/// The day that year, month and day name, or year and day of the year, or year, week and day of the week.
///
///   day_of({2018, 1, 31}) == Day{2018, 1, 31}     of year 2018 and day_of_year 32 it is Day{2018, 2, 1}
///
/// Returns  nothing where the calendar has no such day.
/// Errors   none.
/// Source   ISO 8601: week 1 is the one that holds January 4, and weeks begin on Monday. Covered by date_shape_test.
std::optional<Day> day_of(const DateParts& parts);

}  // namespace timbao
