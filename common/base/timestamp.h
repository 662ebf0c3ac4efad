// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace timbao {

/// The years from which an article may be: Viet Nam's newspapers began in 1865, and a later or earlier year is a
/// program's word for "none" (0001-01-01, 9999-12-31). A moment of other years is read as no date.
inline constexpr int kFirstArticleYear = 1860;
inline constexpr int kLastArticleYear = 2100;

/// Reads an article's date, which must be the whole text. The day comes before the month always; without a time it is
/// 00:00; +07:00 unless a zone is given. docs/dates.md lists the forms.
///
///   "2018-01-31T08:01:00+07:00"  "20180131T0801Z"  "31/01/2018"  "31.1.2018"  "08:01 | 31/01/2018"  "1517360460"
///   "Thứ hai, 5/6/2017, 10:12 (GMT+7)"  "Mon, 26 Oct 2020 22:21:00 +0700"  "7 giờ 5 tối ngày 31 tháng 1 năm 2018"
///
/// Takes    UTF-8 of any normal form and case.
/// Returns  seconds since 1970-01-01T00:00:00Z, in the years above; nothing where a word or number of the text is no
///          part of a date, two dates or times are named, the calendar or the clock has no such moment, or the year has
///          two digits.
/// Errors   none: who calls it warns of a date that was not read.
/// Source   docs/dates.md, whose examples dates_page_test reads. Covered by timestamp_test, date_product_test, which
///          combines all forms of days, times and zones, and day_fuzz.
std::optional<std::int64_t> parse_timestamp(std::string_view text);

/// Whether a text is nothing but a date, readable or not. A reader of plain text takes such a line for a date that it
/// could not read, and not for a title.
///
///   resembles_date("30/02/2021 08:00")     resembles_date("10/4/21")     resembles_date("ngày 31 tháng 2 năm 2018")
///
/// Returns  whether its words are those of dates, and it names a day, a month and a year.
/// Errors   none.
/// Source   docs/dates.md. Covered by timestamp_test.
bool resembles_date(std::string_view text);

}  // namespace timbao
