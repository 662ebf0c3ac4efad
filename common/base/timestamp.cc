// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <array>

#include "common/base/date_shape.h"
#include "common/base/day.h"

namespace timbao {
namespace {

// Where something was found: [start, end) in the text.
struct Span {
  std::size_t start = 0;
  std::size_t end = 0;
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_word_byte(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

bool is_date(const DateParts& parts) { return is_valid(Day{parts.year, parts.month, parts.day}); }
// Second 60 is a leap second.
bool is_time(const DateParts& parts) { return parts.hour <= 23 && parts.minute <= 59 && parts.second <= 60; }
bool is_zone(const DateParts& parts) { return parts.hour <= 14 && parts.minute <= 59; }

// What one kind of thing looks like, which values it may have, and which bytes before a letter or digit would make it
// a part of something longer ("30/1/2020/NĐ-CP" is a document's number, "31/01/2018." ends in a date).
struct Kind {
  std::array<std::string_view, 8> shapes;  // tried in this order; the unused ones are empty
  bool (*is_right)(const DateParts&);
  std::string_view joiners;
};
constexpr Kind kDate{
    {"Y-M-D", "Y/M/D", "D/M/Y", "D-M-Y", "D.M.Y", "D t M n Y", "D t M, Y", "D t M Y"}, is_date, "/-.:"};
constexpr Kind kTime{{"H:N:S", "H:N", "HhN"}, is_time, ":"};
constexpr Kind kZone{{"H:N", "HN", "H"}, is_zone, "/-.:"};

bool starts_apart(const Kind& kind, std::string_view text, std::size_t start) {
  if (start == 0) return true;
  if (is_digit(text[start - 1])) return false;
  return start < 2 || kind.joiners.find(text[start - 1]) == std::string_view::npos || !is_digit(text[start - 2]);
}

bool ends_apart(const Kind& kind, std::string_view text, std::size_t end) {
  if (end >= text.size()) return true;
  if (is_digit(text[end])) return false;
  const bool is_joined = kind.joiners.find(text[end]) != std::string_view::npos;
  return !is_joined || end + 1 >= text.size() || !is_word_byte(text[end + 1]);
}

std::optional<Span> match_at(const Kind& kind, std::string_view text, std::size_t start, DateParts& parts) {
  for (const std::string_view shape : kind.shapes) {
    if (shape.empty()) break;
    DateParts found;
    const std::optional<std::size_t> length = match_date_shape(shape, text.substr(start), found);
    if (!length || !ends_apart(kind, text, start + *length) || !kind.is_right(found)) continue;
    parts = found;
    return Span{start, start + *length};
  }
  return std::nullopt;
}

std::optional<Span> find_first(const Kind& kind, std::string_view text, DateParts& parts) {
  for (std::size_t start = 0; start < text.size(); ++start) {
    if (!is_digit(text[start]) || !starts_apart(kind, text, start)) continue;
    if (const std::optional<Span> span = match_at(kind, text, start, parts)) return span;
  }
  return std::nullopt;
}

bool skip(std::string_view& text, std::string_view what) {
  if (text.substr(0, what.size()) != what) return false;
  text.remove_prefix(what.size());
  return true;
}

void skip_spaces(std::string_view& text) {
  while (skip(text, " ")) {
  }
}

// After a time: "Z", "+07:00", " +0700", " (GMT+7)", " UTC". Anything else is no zone.
std::optional<int> read_zone(std::string_view text) {
  if (skip(text, ".")) text.remove_prefix(std::min(text.find_first_not_of("0123456789"), text.size()));
  if (skip(text, "Z")) return 0;
  skip_spaces(text);
  skip(text, "(");
  const bool is_named = skip(text, "GMT") || skip(text, "UTC");
  if (is_named) skip_spaces(text);
  const int sign = skip(text, "+") ? 1 : skip(text, "-") ? -1 : 0;
  DateParts parts;
  if (sign == 0 || !match_at(kZone, text, 0, parts)) return is_named ? std::optional<int>(0) : std::nullopt;
  return sign * (parts.hour * 3'600 + parts.minute * 60);
}

std::int64_t seconds_of(const Day& day, const DateParts& time, int zone_seconds) {
  return days_from_epoch(day) * 86'400 + time.hour * 3'600 + time.minute * 60 + time.second - zone_seconds;
}

// A zone can move the first or the last moments of the calendar beyond it.
bool is_in_calendar(std::int64_t seconds) {
  const std::int64_t first = seconds_of(Day{1, 1, 1}, {}, kVietnamZoneSeconds);
  const std::int64_t last = seconds_of(Day{9999, 12, 31}, {}, kVietnamZoneSeconds) + 86'399;
  return seconds >= first && seconds <= last;
}

}  // namespace

std::optional<std::int64_t> parse_timestamp(std::string_view text) {
  DateParts date;
  if (!find_first(kDate, text, date)) return std::nullopt;
  DateParts time;
  const std::optional<Span> clock = find_first(kTime, text, time);
  const int zone = clock ? read_zone(text.substr(clock->end)).value_or(kVietnamZoneSeconds) : kVietnamZoneSeconds;
  const std::int64_t seconds = seconds_of(Day{date.year, date.month, date.day}, time, zone);
  return is_in_calendar(seconds) ? std::optional<std::int64_t>(seconds) : std::nullopt;
}

}  // namespace timbao
