// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/base/date_find.h"

#include <algorithm>
#include <array>

#include "common/base/ascii.h"
#include "common/base/date_shape.h"
#include "common/base/date_words.h"

namespace timbao {
namespace {

enum class HoldsTime : std::uint8_t { no, yes };

struct DateShape {
  std::string_view shape;
  DateOrder order = DateOrder::day_first;
  HoldsTime time = HoldsTime::no;
};
// The first that fits is taken, so a longer one stands before those that it begins with. The day comes before the
// month, always, but where the month has its name.
constexpr std::array kDateShapes{
    DateShape{"Y - M - D", DateOrder::year_first},
    DateShape{"Y / M / D", DateOrder::year_first},
    DateShape{"Y . M . D", DateOrder::year_first},
    DateShape{"YMMDD HHNS", DateOrder::year_first, HoldsTime::yes},
    DateShape{"YMMDD HHN", DateOrder::year_first, HoldsTime::yes},
    DateShape{"YMMDD", DateOrder::year_first},
    DateShape{"Y-J", DateOrder::year_first},
    DateShape{"YJ", DateOrder::year_first},
    DateShape{"Y-wW-K", DateOrder::year_first},
    DateShape{"YwWK", DateOrder::year_first},
    DateShape{"D / M / Y"},
    DateShape{"D - M - Y"},
    DateShape{"D . M . Y"},
    DateShape{"D tháng M năm Y"},
    DateShape{"D tháng M, năm Y"},
    DateShape{"D tháng M, Y"},
    DateShape{"D tháng M Y"},
    DateShape{"D tháng M/Y"},
    DateShape{"D thg M, Y"},
    DateShape{"D thg M Y"},
    DateShape{"D B năm Y"},
    DateShape{"D B, năm Y"},
    DateShape{"D B, Y"},
    DateShape{"D B Y"},
    DateShape{"D B. Y"},
    DateShape{"D-B-Y"},
    DateShape{"B D, Y"},
    DateShape{"B. D, Y"},
    DateShape{"B D Y"},
};

struct TimeShape {
  std::string_view shape;
  int fraction_of_seconds = 0;  // how many seconds its last part is, where a fraction of that may follow
};
constexpr std::array kTimeShapes{
    TimeShape{"tHH:N:S", 1},  TimeShape{"tHHNS", 1}, TimeShape{"tHH:N", 60}, TimeShape{"tHHN", 60},
    TimeShape{"tHH", 3'600},  TimeShape{"H:N:S", 1}, TimeShape{"H:Nh"},      TimeShape{"H:N"},
    TimeShape{"H G P F Q E"}, TimeShape{"H G P F"},  TimeShape{"H G P"},     TimeShape{"H G"},
};
constexpr std::string_view kBareHour = "H";  // a time only where a half of the day follows: "8 PM"

constexpr std::array<std::string_view, 4> kOffsetShapes{"HH:N", "HHN", "H:N", "H"};

bool is_time(const DateParts& parts) {
  const bool is_end_of_day = parts.hour == 24 && parts.minute == 0 && parts.second == 0;  // ISO 8601
  const bool is_leap_second = parts.minute == 59 && parts.second == 60;
  return (parts.hour <= 23 || is_end_of_day) && parts.minute <= 59 && (parts.second <= 59 || is_leap_second);
}

int second_of_day(const DateParts& parts) { return parts.hour * 3'600 + parts.minute * 60 + parts.second; }

/// Whether a shape may begin with a number of so many digits, or with a month's name where there is none. Most shapes
/// are left out by this, and need not be compared.
bool may_begin(std::string_view shape, std::size_t digits) {
  if (digits == 0) return shape.front() == 'B';
  return digits <= 2 ? shape.front() == 'D' : shape.front() == 'Y';
}

/// "7 giờ 10/4/2021": a number with which a date begins is no minute, no fraction and no zone.
bool holds_start_of_date(const DateLine& line, std::size_t first, std::size_t end) {
  for (std::size_t at = first; at < end; ++at) {
    const bool is_start = is_digit_at(line, at) && (at == 0 || !is_digit_at(line, at - 1));
    if (is_start && find_date(line, at)) return true;
  }
  return false;
}

/// The whole seconds of a fraction such as ".345" or ",5", and moves `at` behind it; 0 where none stands there.
int take_fraction(const DateLine& line, int unit_seconds, std::size_t& at) {
  constexpr std::size_t kCountedDigits = 9;
  const bool is_point = byte_at(line.plain, at) == '.' || byte_at(line.plain, at) == ',';
  if (unit_seconds == 0 || !is_point || !is_digit_at(line, at + 1)) return 0;
  if (holds_start_of_date(line, at + 1, at + 2)) return 0;
  const std::size_t first = at + 1;
  at = end_of_digits(line.plain, first);
  std::int64_t value = 0, whole = 1;
  for (std::size_t i = first; i < std::min(at, first + kCountedDigits); ++i) {
    value = value * 10 + (line.plain[i] - '0');
    whole *= 10;
  }
  return static_cast<int>(value * unit_seconds / whole);
}

enum class HalfDay : std::uint8_t { none, fits, contradicts };

/// Makes the hour one of 24 by the half of the day that stands at `at`, and moves `at` behind it.
HalfDay take_half_day(const DateLine& line, DateParts& parts, std::size_t& at) {
  const std::optional<FoundWord> half =
      find_date_word(line, byte_at(line.plain, at) == ' ' ? at + 1 : at, DateWord::half_day);
  if (!half) return HalfDay::none;
  const std::optional<int> hour = hour_of_day(parts.hour, *half);
  if (!hour) return HalfDay::contradicts;
  parts.hour = *hour;
  at = half->end;
  return HalfDay::fits;
}

std::optional<FoundTime> find_shaped_time(const DateLine& line, std::size_t at, const TimeShape& row) {
  DateParts parts;
  const std::optional<std::size_t> end = match_date_shape(row.shape, line, at, parts);
  if (!end || holds_start_of_date(line, at + 1, *end)) return std::nullopt;
  FoundTime found{*end, 0};
  const int fraction = take_fraction(line, row.fraction_of_seconds, found.end);
  const HalfDay half = take_half_day(line, parts, found.end);
  const bool is_right = row.shape == kBareHour ? half == HalfDay::fits : half != HalfDay::contradicts;
  if (!is_right || !is_time(parts)) return std::nullopt;
  found.second_of_day = second_of_day(parts) + fraction;
  return found.second_of_day <= kSecondsADay ? std::optional(found) : std::nullopt;
}

}  // namespace

std::optional<FoundDate> find_date(const DateLine& line, std::size_t at) {
  const std::size_t digits = end_of_digits(line.plain, at) - at;
  for (const DateShape& row : kDateShapes) {
    if (!may_begin(row.shape, digits)) continue;
    DateParts parts;
    const std::optional<std::size_t> end = match_date_shape(row.shape, line, at, parts);
    if (!end) continue;
    const std::optional<Day> day = day_of(parts);
    if (!day || !is_time(parts)) continue;
    FoundDate found{*end, *day, row.order, {}};
    if (row.time == HoldsTime::yes) found.second_of_day = second_of_day(parts);
    return found;
  }
  return std::nullopt;
}

std::optional<FoundTime> find_time(const DateLine& line, std::size_t at) {
  for (const TimeShape& row : kTimeShapes) {
    if (const std::optional<FoundTime> found = find_shaped_time(line, at, row)) return found;
  }
  return find_shaped_time(line, at, {kBareHour});
}

std::optional<FoundOffset> find_offset(const DateLine& line, std::size_t at) {
  constexpr int kLastHour = 14;
  const char sign = byte_at(line.plain, at);
  if (sign != '+' && sign != '-') return std::nullopt;
  for (const std::string_view shape : kOffsetShapes) {
    DateParts parts;
    const std::optional<std::size_t> end = match_date_shape(shape, line, at + 1, parts);
    const bool is_offset = end && parts.hour <= kLastHour && parts.minute <= 59;
    if (!is_offset || holds_start_of_date(line, at + 1, *end)) continue;
    const int minutes = parts.hour * 60 + parts.minute;
    return FoundOffset{*end, sign == '-' ? -minutes : minutes};
  }
  return std::nullopt;
}

}  // namespace timbao
