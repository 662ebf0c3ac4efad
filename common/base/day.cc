// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/base/day.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace timbao {
namespace {

constexpr int kFirstYear = 1;
constexpr int kLastYear = 9'999;

constexpr bool is_leap(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

int days_in_month(int year, int month) {
  constexpr std::array<int, 12> kDays{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return kDays[static_cast<std::size_t>(month - 1)] + (month == 2 && is_leap(year) ? 1 : 0);
}

// Days from 0001-01-01 to January 1 of `year`.
constexpr std::int64_t days_before_year(int year) {
  const std::int64_t past = year - 1;
  return past * 365 + past / 4 - past / 100 + past / 400;
}

constexpr std::int64_t kEpoch = days_before_year(1970);

int year_of(std::int64_t days_from_first) {
  // 400 years have 146,097 days. The division is at most one year off, which the two loops put right.
  int year = static_cast<int>(days_from_first * 400 / 146'097) + 1;
  while (days_before_year(year) > days_from_first) --year;
  while (days_before_year(year + 1) <= days_from_first) ++year;
  return year;
}

void append_padded(std::string& out, int value, std::size_t width) {
  const std::string digits = std::to_string(value);
  if (digits.size() < width) out.append(width - digits.size(), '0');
  out += digits;
}

struct Moment {
  std::int64_t days = 0;  // from the epoch, in Viet Nam
  int second_of_day = 0;
};

// Divides before it adds the time zone, so that no number of seconds overflows.
Moment moment_at(std::int64_t seconds) {
  std::int64_t days = seconds / kSecondsADay;
  std::int64_t rest = seconds % kSecondsADay + kVietnamZoneSeconds;
  if (rest < 0) {
    rest += kSecondsADay;
    --days;
  } else if (rest >= kSecondsADay) {
    rest -= kSecondsADay;
    ++days;
  }
  return {days, static_cast<int>(rest)};
}

}  // namespace

bool operator==(const Day& a, const Day& b) {
  return std::tie(a.year, a.month, a.day) == std::tie(b.year, b.month, b.day);
}
bool operator<(const Day& a, const Day& b) {
  return std::tie(a.year, a.month, a.day) < std::tie(b.year, b.month, b.day);
}

bool is_valid(const Day& day) {
  return day.year >= kFirstYear && day.year <= kLastYear && day.month >= 1 && day.month <= 12 && day.day >= 1 &&
         day.day <= days_in_month(day.year, day.month);
}

std::int64_t days_from_epoch(const Day& day) {
  std::int64_t days = days_before_year(day.year) - kEpoch + day.day - 1;
  for (int month = 1; month < day.month; ++month) days += days_in_month(day.year, month);
  return days;
}

Day day_from_epoch(std::int64_t days) {
  constexpr std::int64_t kFirst = -kEpoch;
  constexpr std::int64_t kLast = days_before_year(kLastYear + 1) - kEpoch - 1;
  const std::int64_t from_first = std::clamp(days, kFirst, kLast) + kEpoch;
  Day day{year_of(from_first), 1, 1};
  auto left = static_cast<int>(from_first - days_before_year(day.year));
  for (; left >= days_in_month(day.year, day.month); ++day.month) left -= days_in_month(day.year, day.month);
  day.day += left;
  return day;
}

Day last_day_of_month(int year, int month) { return {year, month, days_in_month(year, month)}; }

std::int64_t first_second_of(const Day& day) { return days_from_epoch(day) * kSecondsADay - kVietnamZoneSeconds; }

Day day_at(std::int64_t seconds) { return day_from_epoch(moment_at(seconds).days); }

std::string format_day(const Day& day) {
  std::string text;
  append_padded(text, day.year, 4);
  text += '-';
  append_padded(text, day.month, 2);
  text += '-';
  append_padded(text, day.day, 2);
  return text;
}

std::string format_timestamp(std::int64_t seconds) {
  const Moment moment = moment_at(seconds);
  std::string text = format_day(day_from_epoch(moment.days));
  text += 'T';
  append_padded(text, moment.second_of_day / 3'600, 2);
  text += ':';
  append_padded(text, moment.second_of_day / 60 % 60, 2);
  text += ':';
  append_padded(text, moment.second_of_day % 60, 2);
  return text + "+07:00";
}

}  // namespace timbao
