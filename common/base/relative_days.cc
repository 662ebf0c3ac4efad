// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/base/relative_days.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace timbao {
namespace {

constexpr int kDaysAWeek = 7;

/// All days of some months that follow each other.
///
/// Takes    the first of them, counted in months from the year 0, and how many they are.
DayRange months_from(int first, int count) {
  const int last = first + count - 1;
  return {{first / kMonthsAYear, first % kMonthsAYear + 1, 1},
          last_day_of_month(last / kMonthsAYear, last % kMonthsAYear + 1)};
}

/// The months of a year are divided into spans of `length` months: those of the span that lies `ahead` spans behind the
/// one of today.
DayRange span_of_months(const Day& today, int length, int ahead) {
  const int month = today.year * kMonthsAYear + today.month - 1;
  const int first = (month / length + ahead) * length;
  return months_from(std::max(first, kMonthsAYear), length);  // the calendar begins with the year 1
}

DayRange days_of_day(const Day& today, int ahead) {
  const Day day = day_from_epoch(days_from_epoch(today) + ahead);
  return {day, day};
}

DayRange days_of_week(const Day& today, int ahead) {
  constexpr int kMondayShift = 3;  // 1970-01-01 was a Thursday
  const std::int64_t number = days_from_epoch(today);
  const std::int64_t since_monday = ((number + kMondayShift) % kDaysAWeek + kDaysAWeek) % kDaysAWeek;
  const std::int64_t monday = number - since_monday + std::int64_t{kDaysAWeek} * ahead;
  return {day_from_epoch(monday), day_from_epoch(monday + kDaysAWeek - 1)};
}

DayRange days_of_month(const Day& today, int ahead) { return span_of_months(today, 1, ahead); }
DayRange days_of_quarter(const Day& today, int ahead) { return span_of_months(today, kMonthsAQuarter, ahead); }
DayRange days_of_year(const Day& today, int ahead) { return span_of_months(today, kMonthsAYear, ahead); }

struct NameRow {
  std::string_view name;
  DayRange (*days)(const Day& today, int ahead);
  int ahead;
};
constexpr std::array<NameRow, 16> kNames{{
    {"hôm nay", days_of_day, 0},
    {"ngày hôm nay", days_of_day, 0},
    {"hôm qua", days_of_day, -1},
    {"ngày hôm qua", days_of_day, -1},
    {"hôm kia", days_of_day, -2},
    {"tuần này", days_of_week, 0},
    {"tuần trước", days_of_week, -1},
    {"tháng này", days_of_month, 0},
    {"tháng trước", days_of_month, -1},
    {"quý này", days_of_quarter, 0},
    {"quý trước", days_of_quarter, -1},
    {"năm nay", days_of_year, 0},
    {"năm này", days_of_year, 0},
    {"năm ngoái", days_of_year, -1},
    {"năm trước", days_of_year, -1},
    {"năm kia", days_of_year, -2},
}};

}  // namespace

std::optional<DayRange> relative_days(const DateLine& line, const Day& today) {
  const auto* row = std::find_if(kNames.begin(), kNames.end(), [&line](const NameRow& name) {
    return match_word(line, 0, name.name) == line.plain.size();
  });
  return row == kNames.end() ? std::nullopt : std::optional(row->days(today, row->ahead));
}

}  // namespace timbao
