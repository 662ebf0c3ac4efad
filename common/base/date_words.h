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
  std::size_t row = 0;  ///< of a half day: its row in the table of words, for hour_of_day()
  DateWord kind = DateWord::filler;
};

/// The longest word of one kind at a place of a line: "tháng mười một" and not "tháng mười".
///
///   find_date_word(*date_line("Oct 26"), 0, DateWord::month)->value == 10
///
/// Takes    any place, one behind the line's end too.
/// Returns  nothing where no word of this kind stands there.
/// Errors   none.
/// Source   the table of words in date_words.cc; docs/dates.md. Covered by
///          timestamp_test and date_product_test.
std::optional<FoundWord> find_date_word(const DateLine& line, std::size_t at, DateWord kind);

/// The longest word of any kind at a place of a line: find_any_date_word(*date_line("Oct 26"), 0)->kind ==
/// DateWord::month.
std::optional<FoundWord> find_any_date_word(const DateLine& line, std::size_t at);

/// The hour from 0 to 23 that an hour of a half of the day is: 8 "tối" is 20, 12 "PM" is 12, 20 "tối" is 20.
///
/// Takes    an hour as printed, and the word that was found behind it.
/// Returns  nothing where the hour is not in this half of the day: 13 "AM", 9 "trưa"; or where it is not clear which
///          one is meant: "12 giờ đêm".
/// Source   the table of half days in date_words.cc; docs/dates.md. Covered by timestamp_test.
std::optional<int> hour_of_day(int hour, const FoundWord& half_day);

}  // namespace timbao
