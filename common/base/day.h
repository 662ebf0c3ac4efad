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
inline constexpr std::int64_t kSecondsADay = 86'400;

/// Whether the calendar has this day: 29/2/2018 is none.
bool is_valid(const Day& day);

/// Days since 1970-01-01 (which is 0; earlier days are negative), and back. What lies beyond the years 1 to 9999
/// becomes their first or last day.
std::int64_t days_from_epoch(const Day& day);
Day day_from_epoch(std::int64_t days);

/// The last day of a month, which the calendar has: last_day_of_month(2018, 2) == Day{2018, 2, 28}.
Day last_day_of_month(int year, int month);

/// When a day begins in Viet Nam: first_second_of({1970, 1, 1}) == -25'200.
std::int64_t first_second_of(const Day& day);

/// The day in Viet Nam at a moment given as seconds since 1970-01-01T00:00:00Z.
Day day_at(std::int64_t seconds);

/// The years from which an article may be: Viet Nam's newspapers began in 1865, and a later or earlier year is a
/// program's word for "none" (0001-01-01, 9999-12-31). A moment of other years is read as no date.
inline constexpr int kFirstArticleYear = 1860;
inline constexpr int kLastArticleYear = 2100;

/// Both ends included; an open end is Day{1,1,1} or Day{9999,12,31}.
struct DayRange {
  Day first{1, 1, 1};
  Day last{9999, 12, 31};
};

/// Reads a day, a week, a month, a year or a range of them, as `date:`, --from and --to take them. docs/dates.md lists
/// the forms.
///
///   "2018"  "2018-01"  "01/2018"  "tháng 1 năm 2018"  "2018-W05"  and each day that parse_timestamp() reads
///   "2017-12..31/01/2018"  "..2018"  "2018.."  "7d" (the last seven days, today included)
///
/// Takes    the text and the day that counts as today.
/// Returns  the days it covers, first <= last, of the years 1 to 9999: a year that no article has is a range all the
///          same, on which nothing is found. A moment covers its day in Viet Nam. Nothing if the text is none of these
///          forms or no day of the calendar.
std::optional<DayRange> parse_day_range(std::string_view text, const Day& today);

/// Reads an article's date, which must be the whole text. Day first always; without a time 00:00; +07:00 unless a zone
/// is given. docs/dates.md lists the forms.
///
///   "2018-01-31T08:01:00+07:00"  "20180131T0801Z"  "31/01/2018"  "31.1.2018"  "08:01 | 31/01/2018"  "1517360460"
///   "Thứ hai, 5/6/2017, 10:12 (GMT+7)"  "Mon, 26 Oct 2020 22:21:00 +0700"  "7 giờ 5 tối ngày 31 tháng 1 năm 2018"
///
/// Takes    UTF-8 of any normal form and case.
/// Returns  seconds since 1970-01-01T00:00:00Z, in the years above; nothing where a word or number of the text is no
///          part of a date, two dates or times are named, the calendar or the clock has no such moment, or the year has
///          two digits.
std::optional<std::int64_t> parse_timestamp(std::string_view text);

/// Whether a text is nothing but a date, readable or not: "30/02/2021 08:00", "10/4/21", "ngày 31 tháng 2 năm 2018".
/// Its words are those of dates, and it names a day, a month and a year.
bool resembles_date(std::string_view text);

/// The moment as timbao prints it everywhere: "2018-01-31T08:01:00+07:00".
std::string format_timestamp(std::int64_t seconds);

/// "2018-01-31".
std::string format_day(const Day& day);

}  // namespace timbao
