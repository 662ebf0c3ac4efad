// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "common/base/date_line.h"

namespace timbao {

/// What a word of a date means.
enum class DateWord : std::uint8_t {
  filler,    ///< "cập nhật", "lúc", "Thứ hai": it says nothing that the date does not say
  month,     ///< "tháng một", "Oct": `value` is 1 to 12
  zone,      ///< "ICT", "EST": `value` is the minutes that its clocks are ahead of UTC
  base,      ///< "GMT", "UTC": a zone that an offset may follow
  half_day,  ///< "PM", "tối"; see hour_of_day()
  hour,      ///< "giờ", "g", "h" behind a number
  minute,    ///< "phút", "ph", "p", "m" or ' behind a number
  second,    ///< "giây", "s" behind a number
  of_month,  ///< "tháng" before a number
  other,     ///< "năm" and letters of ISO 8601, which stand only inside a date's shape
};

/// A word found in a line.
struct FoundWord {
  std::size_t end = 0;  ///< the place behind it
  int value = 0;        ///< of a month or zone
  std::size_t row = 0;  ///< of a half day, for hour_of_day()
  DateWord kind = DateWord::filler;
};

/// The longest word of one kind at a place of a line; nothing where none stands there.
///
///   find_date_word(*date_line("Oct 26"), 0, DateWord::month)->value == 10
std::optional<FoundWord> find_date_word(const DateLine& line, std::size_t at, DateWord kind);

/// The longest word of any kind at a place of a line.
std::optional<FoundWord> find_any_date_word(const DateLine& line, std::size_t at);

/// The hour from 0 to 23 that a half of the day makes of an hour: 8 "tối" is 20, 12 "PM" is 12, 20 "tối" is 20.
///
/// Returns  nothing where the hour is not in this half of the day: 13 "AM", 9 "trưa".
std::optional<int> hour_of_day(int hour, const FoundWord& half_day);

}  // namespace timbao
