// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>

#include "common/base/date_line.h"

namespace timbao {

/// Reads a day of the calendar, with or without a time and a zone, which must be the whole line: each word, number and
/// sign of it is understood, or it is no date. docs/dates.md lists the forms.
///
///   read_moment(*date_line("Cập nhật lúc 8 giờ 5, Thứ tư 31/01/2018"))    // 2018-01-31T08:05:00+07:00
///   read_moment(*date_line("Họp ngày 31/01/2018"))                        // nothing
///
/// Takes    a line; a number alone is read as seconds or milliseconds since 1970.
/// Returns  seconds since 1970-01-01T00:00:00Z, of the years 1 to 9999; nothing where the line is no date, or names two
///          days, times or zones that differ.
/// Errors   none.
/// Source   docs/dates.md. Covered by timestamp_test, date_product_test and day_fuzz.
std::optional<std::int64_t> read_moment(const DateLine& line);

/// Whether a line looks like a date, which read_moment() may refuse: it holds nothing but words of dates, numbers and
/// signs, and among them a day, a month and a year.
///
///   "30/02/2021 08:00"     "10/4/21"     "ngày 31 tháng 2 năm 2018"
///
/// Returns  false for numbers that are no day: "1.2.3", "192.168.10.22".
/// Errors   none.
/// Source   docs/dates.md. Covered by timestamp_test.
bool looks_like_date(const DateLine& line);

}  // namespace timbao
