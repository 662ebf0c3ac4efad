// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "common/base/date_line.h"
#include "common/base/day.h"

namespace timbao {

/// What stands first in a printed day: "31/1/2018" or "2018-01-31".
enum class DateOrder : std::uint8_t { day_first, year_first };

/// A day found in a line, with its time where both are one number ("20180131080100").
struct FoundDate {
  std::size_t end = 0;  ///< the place behind it
  Day day;
  DateOrder order = DateOrder::day_first;
  std::optional<int> second_of_day;
};

/// The day that stands at a place of a line.
///
///   find_date(*date_line("31/1/2018, 08:01"), 0)->end == 9     find_date(*date_line("31/2/2018"), 0) == nothing
///
/// Takes    any place of the line.
/// Returns  nothing where no day stands there, or where the calendar has no such day. The first shape that fits is
///          taken, and longer shapes are tried before those that they begin with.
/// Errors   none.
/// Source   the table of shapes in date_find.cc; docs/dates.md. Covered by timestamp_test and date_product_test.
std::optional<FoundDate> find_date(const DateLine& line, std::size_t at);

/// A time found in a line.
struct FoundTime {
  std::size_t end = 0;    ///< the place behind it
  int second_of_day = 0;  ///< 0 to 86,400
};

/// The time that stands at a place of a line, with its fraction of a second, which does not count, and its half of the
/// day.
///
///   find_time(*date_line("7 giờ 5 tối"), 0)->second_of_day == 19 * 3'600 + 5 * 60
///
/// Takes    any place of the line.
/// Returns  nothing where no time stands there, or where the clock has no such time. A number with which a date begins
///          is no minute: "7 giờ 10/4/2021" is seven o'clock.
/// Errors   none.
/// Source   the table of shapes in date_find.cc; docs/dates.md; 24:00 and the leap second by ISO 8601. Covered by
///          timestamp_test and date_product_test.
std::optional<FoundTime> find_time(const DateLine& line, std::size_t at);

/// An offset found in a line.
struct FoundOffset {
  std::size_t end = 0;  ///< the place behind it
  int minutes = 0;      ///< how far its clocks are ahead of UTC
};

/// The offset that stands at a place of a line: "+07:00", "+0700", "-5".
///
///   find_offset(*date_line("+0700"), 0)->minutes == 420
///
/// Returns  nothing where no sign and number stand there, or where no zone has such an offset: one of more than 14
///          hours.
/// Errors   none.
/// Source   ISO 8601 and RFC 2822, section 3.3. Covered by timestamp_test.
std::optional<FoundOffset> find_offset(const DateLine& line, std::size_t at);

}  // namespace timbao
