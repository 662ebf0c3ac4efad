// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace timbao {

/// A calendar day in Viet Nam's time zone (+07:00, no summer time since 1975).
///
///   Day{2018, 1, 31} is 31 January 2018; days are compared in their order
struct Day {
  int year = 1970;  ///< 1 to 9999
  int month = 1;    ///< 1 to 12
  int day = 1;      ///< 1 to 31
};
bool operator==(const Day& a, const Day& b);
bool operator<(const Day& a, const Day& b);

/// The days from one to another, both included. An open end is the first or last day of the calendar: a range that
/// nobody limits holds every day.
///
///   DayRange{{2018, 1, 1}, {2018, 1, 31}} is January 2018
struct DayRange {
  Day first{1, 1, 1};
  Day last{9999, 12, 31};
};

/// How far Viet Nam's clocks are ahead of UTC.
inline constexpr int kVietnamZoneSeconds = 7 * 3'600;
inline constexpr std::int64_t kSecondsADay = 86'400;
inline constexpr int kMonthsAYear = 12, kMonthsAQuarter = 3;

/// Whether the calendar has a day: is_valid({2016, 2, 29}); 29 February 2018 is none.
///
/// Takes    any numbers.
/// Source   the Gregorian calendar, also before 1582 (ISO 8601), of the years 1 to 9999. Covered by day_test, which
///          goes over the whole calendar.
bool is_valid(const Day& day);

/// Days since 1970-01-01, which is 0; earlier days are negative: days_from_epoch({1970, 1, 2}) == 1.
///
/// Takes    a day that the calendar has.
std::int64_t days_from_epoch(const Day& day);

/// The day so many days after 1970-01-01: day_from_epoch(-1) == Day{1969, 12, 31}.
///
/// Takes    any number. What lies beyond the years 1 to 9999 becomes their first or last day, so that arithmetic with
///          days needs no check.
Day day_from_epoch(std::int64_t days);

/// The last day of a month: last_day_of_month(2018, 2) == Day{2018, 2, 28}.
///
/// Takes    a month from 1 to 12.
Day last_day_of_month(int year, int month);

/// The moment at which a day begins in Viet Nam, in seconds since 1970-01-01T00:00:00Z:
/// first_second_of({1970, 1, 1}) == -25'200.
std::int64_t first_second_of(const Day& day);

/// The day in Viet Nam at a moment given as seconds since 1970-01-01T00:00:00Z: day_at(-1) == Day{1970, 1, 1}, because
/// that is 06:59:59 in Viet Nam.
///
/// Takes    any number: no number of seconds overflows.
Day day_at(std::int64_t seconds);

/// A day as text, as `date:` and --from read it: format_day({2018, 1, 31}) == "2018-01-31".
std::string format_day(const Day& day);

/// A moment as timbao prints it everywhere: format_timestamp(1517360460) == "2018-01-31T08:01:00+07:00".
///
/// Takes    seconds since 1970-01-01T00:00:00Z.
/// Returns  ISO 8601 in Viet Nam's time zone, which parse_timestamp() reads back for the years that articles have.
std::string format_timestamp(std::int64_t seconds);

}  // namespace timbao
