// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace timbao {

/// A calendar day in Viet Nam's time zone (+07:00, no summer time since 1975).
struct Day {
  int year = 1970;  ///< 1 to 9999
  int month = 1;    ///< 1 to 12
  int day = 1;      ///< 1 to 31
};
bool operator==(const Day& a, const Day& b);
bool operator<(const Day& a, const Day& b);

/// What Viet Nam's clocks are ahead of UTC.
inline constexpr int kVietnamZoneSeconds = 7 * 3'600;

/// Whether the calendar has this day: 29/2/2018 is none.
bool is_valid(const Day& day);

/// Days since 1970-01-01 (which is 0; earlier days are negative), and back. What lies beyond the years 1 to 9999
/// becomes their first or last day.
std::int64_t days_from_epoch(const Day& day);
Day day_from_epoch(std::int64_t days);

/// The day in Viet Nam at a moment given as seconds since 1970-01-01T00:00:00Z.
Day day_at(std::int64_t seconds);

/// Both ends included; an open end is Day{1,1,1} or Day{9999,12,31}.
struct DayRange {
  Day first{1, 1, 1};
  Day last{9999, 12, 31};
};

/// Reads a day, a month, a year or a range of them, as `date:`, --from and --to take them.
///
///   "2018"  "2018-01"  "01/2018"  "1/2018"  "31/01/2018"  "31-1-2018"  "2018-01-31"
///   "2017-12..31/01/2018"  "..2018"  "2018.."  "7d" (the last seven days, today included)
///
/// Takes    the text and the day that counts as today.
/// Returns  the days it covers, first <= last; nothing if it is none of these shapes or no day of the calendar.
std::optional<DayRange> parse_day_range(std::string_view text, const Day& today);

/// Reads an article's date. Day first always; zeros optional; without a time 00:00; +07:00 unless a zone is given.
///
///   "2018-01-31T08:01:00+07:00"  "2018-01-31 08:01"  "2018-01-31"  "31/01/2018"  "31-1-2018"  "31.1.2018"
///   "08:01 | 31/01/2018"  "31/01/2018 08:01"  "31/01/2018 - 8h01"  "Thứ hai, 5/6/2017, 10:12 (GMT+7)"
///   "ngày 31 tháng 1 năm 2018"
///
/// Returns  seconds since 1970-01-01T00:00:00Z; nothing when the text holds no such date (two-digit years too).
std::optional<std::int64_t> parse_timestamp(std::string_view text);

/// The moment as timbao prints it everywhere: "2018-01-31T08:01:00+07:00".
std::string format_timestamp(std::int64_t seconds);

/// "2018-01-31".
std::string format_day(const Day& day);

}  // namespace timbao
