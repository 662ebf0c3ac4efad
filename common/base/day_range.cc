// SPDX-License-Identifier: GPL-2.0-or-later
#include <array>
#include <charconv>

#include "common/base/date_shape.h"
#include "common/base/day.h"

namespace timbao {
namespace {

// A shape without a month covers its year, one without a day its month.
constexpr std::array<std::string_view, 6> kShapes{"Y-M-D", "D/M/Y", "D-M-Y", "Y-M", "M/Y", "Y"};

Day last_day_of_month(int year, int month) {
  Day day{year, month, 31};
  while (!is_valid(day)) --day.day;
  return day;
}

// The shapes hold no letter for "none": 0 is what no calendar has, so a typed 0 is told from a missing part by the
// shape.
std::optional<DayRange> covered_by(std::string_view shape, const DateParts& parts) {
  const bool has_month = shape.find('M') != std::string_view::npos;
  const bool has_day = shape.find('D') != std::string_view::npos;
  const Day first{parts.year, has_month ? parts.month : 1, has_day ? parts.day : 1};
  if (!is_valid(first)) return std::nullopt;
  if (has_day) return DayRange{first, first};
  return DayRange{first, last_day_of_month(first.year, has_month ? first.month : 12)};
}

std::optional<DayRange> parse_single(std::string_view text) {
  for (const std::string_view shape : kShapes) {
    DateParts parts;
    if (match_date_shape(shape, text, parts) == text.size()) return covered_by(shape, parts);
  }
  return std::nullopt;
}

std::optional<DayRange> parse_last_days(std::string_view text, const Day& today) {
  if (text.size() < 2 || text.back() != 'd' || text[0] == '-') return std::nullopt;
  std::int64_t count = 0;
  const char* const end = text.data() + text.size() - 1;
  const auto [stop, problem] = std::from_chars(text.data(), end, count);
  // Millions of days are more than the calendar has, and keep the subtraction far from any overflow.
  if (problem != std::errc() || stop != end || count < 1 || count > 9'999'999) return std::nullopt;
  return DayRange{day_from_epoch(days_from_epoch(today) - count + 1), today};
}

std::optional<DayRange> parse_ends(std::string_view first, std::string_view last) {
  if (first.empty() && last.empty()) return std::nullopt;
  const std::optional<DayRange> from = first.empty() ? DayRange{} : parse_single(first);
  const std::optional<DayRange> to = last.empty() ? DayRange{} : parse_single(last);
  if (!from || !to || to->last < from->first) return std::nullopt;
  return DayRange{from->first, to->last};
}

}  // namespace

std::optional<DayRange> parse_day_range(std::string_view text, const Day& today) {
  const std::size_t dots = text.find("..");
  if (dots != std::string_view::npos) return parse_ends(text.substr(0, dots), text.substr(dots + 2));
  const std::optional<DayRange> days = parse_last_days(text, today);
  return days ? days : parse_single(text);
}

}  // namespace timbao
