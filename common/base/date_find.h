// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "common/base/date_line.h"
#include "common/base/day.h"

namespace timbao {

/// What of a moment stands first in a printed day.
enum class DateOrder : std::uint8_t { day_first, year_first };

/// A day found in a line, with its time where both are one number ("20180131080100").
struct FoundDate {
  std::size_t end = 0;  ///< the place behind it
  Day day;
  DateOrder order = DateOrder::day_first;
  std::optional<int> second_of_day;
};

/// The day that stands at a place of a line; nothing where none does, or where the calendar has no such day.
///
///   find_date(*date_line("31/1/2018, 08:01"), 0)->end == 9
std::optional<FoundDate> find_date(const DateLine& line, std::size_t at);

/// A time found in a line.
struct FoundTime {
  std::size_t end = 0;    ///< the place behind it
  int second_of_day = 0;  ///< 0 to 86,400
};

/// The time that stands at a place of a line, with its fraction of a second, which does not count, and its half of the
/// day; nothing where none does, or where the clock has no such time.
///
///   find_time(*date_line("7 giờ 5 tối"), 0)->second_of_day == 19 * 3'600 + 5 * 60
std::optional<FoundTime> find_time(const DateLine& line, std::size_t at);

/// A zone found in a line.
struct FoundOffset {
  std::size_t end = 0;  ///< the place behind it
  int minutes = 0;      ///< that its clocks are ahead of UTC
};

/// The offset that stands at a place of a line: "+07:00", "+0700", "-5".
std::optional<FoundOffset> find_offset(const DateLine& line, std::size_t at);

}  // namespace timbao
