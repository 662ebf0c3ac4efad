// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/base/day_range.h"

#include <array>
#include <charconv>
#include <string>

#include "common/base/date_reader.h"
#include "common/base/date_shape.h"
#include "common/base/relative_days.h"

namespace timbao {
namespace {

enum class Span : std::uint8_t { week, month, year };

struct SpanShape {
  std::string_view shape;
  Span span;
};
constexpr std::array kShapes{
    SpanShape{"Y", Span::year},           SpanShape{"năm Y", Span::year},
    SpanShape{"Y-M", Span::month},        SpanShape{"Y/M", Span::month},
    SpanShape{"M/Y", Span::month},        SpanShape{"M-Y", Span::month},
    SpanShape{"M.Y", Span::month},        SpanShape{"tháng M/Y", Span::month},
    SpanShape{"tháng M-Y", Span::month},  SpanShape{"tháng M năm Y", Span::month},
    SpanShape{"tháng M, Y", Span::month}, SpanShape{"tháng M Y", Span::month},
    SpanShape{"B năm Y", Span::month},    SpanShape{"B, Y", Span::month},
    SpanShape{"B Y", Span::month},        SpanShape{"Y-wW", Span::week},
    SpanShape{"YwW", Span::week},
};

std::optional<DayRange> week_of(DateParts parts) {
  parts.day_of_week = 1;
  const std::optional<Day> monday = day_of(parts);
  if (!monday || parts.week == 0) return std::nullopt;
  return DayRange{*monday, day_from_epoch(days_from_epoch(*monday) + 6)};
}

std::optional<DayRange> covered_by(Span span, const DateParts& parts) {
  if (span == Span::week) return week_of(parts);
  const Day first{parts.year, span == Span::month ? parts.month : 1, 1};
  if (!is_valid(first)) return std::nullopt;
  return DayRange{first, last_day_of_month(first.year, span == Span::month ? first.month : 12)};
}

/// A quarter of a year by its number: quý 1/2018, quý IV năm 2018.
std::optional<DayRange> quarter_of(const DateLine& line) {
  constexpr std::array<std::string_view, 8> kNumerals{"1", "2", "3", "4", "i", "ii", "iii", "iv"};
  const std::optional<std::size_t> behind = match_word(line, 0, "quý");
  if (!behind) return std::nullopt;
  for (std::size_t i = 0; i < kNumerals.size(); ++i)
    for (const std::string_view tail : {"/Y", "-Y", " năm Y", ", Y", " Y"}) {
      DateParts parts;
      const std::string shape = ' ' + std::string(kNumerals[i]) + std::string(tail);
      if (match_date_shape(shape, line, *behind, parts) != line.plain.size() || parts.year == 0) continue;
      const int last_month = (static_cast<int>(i % 4) + 1) * kMonthsAQuarter;
      return DayRange{{parts.year, last_month - kMonthsAQuarter + 1, 1}, last_day_of_month(parts.year, last_month)};
    }
  return std::nullopt;
}

std::optional<DayRange> parse_single(std::string_view text, const Day& today) {
  const std::optional<DateLine> line = date_line(text);
  if (!line) return std::nullopt;
  if (const std::optional<DayRange> days = relative_days(*line, today)) return days;
  if (const std::optional<DayRange> days = quarter_of(*line)) return days;
  if (const std::optional<std::int64_t> seconds = read_moment(*line)) {
    const Day day = day_at(*seconds);
    return DayRange{day, day};
  }
  for (const SpanShape& row : kShapes) {
    DateParts parts;
    if (match_date_shape(row.shape, *line, 0, parts) == line->plain.size()) return covered_by(row.span, parts);
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

std::optional<DayRange> parse_ends(std::string_view first, std::string_view last, const Day& today) {
  if (first.empty() && last.empty()) return std::nullopt;
  const std::optional<DayRange> from = first.empty() ? DayRange{} : parse_single(first, today);
  const std::optional<DayRange> to = last.empty() ? DayRange{} : parse_single(last, today);
  if (!from || !to || to->last < from->first) return std::nullopt;
  return DayRange{from->first, to->last};
}

}  // namespace

std::optional<DayRange> parse_day_range(std::string_view text, const Day& today) {
  const std::size_t dots = text.find("..");
  if (dots != std::string_view::npos) return parse_ends(text.substr(0, dots), text.substr(dots + 2), today);
  const std::optional<DayRange> days = parse_last_days(text, today);
  return days ? days : parse_single(text, today);
}

}  // namespace timbao
