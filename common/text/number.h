// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace timbao {

/// A number as Vietnamese text prints it, at one place of a text.
struct NumberMatch {
  std::size_t length = 0;  ///< bytes of the number
  /// Its value: digits, with a decimal comma; without thousands separators, and without the leading zeros of up to
  /// three digits.
  std::string folded;
  std::string exact;  ///< as printed
  std::string other;  ///< a second value where the print means two: "1,210" is 1210 and the decimal 1,210; else empty
};

/// Reads the number that begins with the digit at byte `at`.
///
///   "5.700" -> 5700   "5,7" -> 5,7   "5.7" -> 5,7   "0,274" -> 0,274   "1,210" -> 1210 or 1,210   "05" -> 5
///
/// Takes    any text and the place of an ASCII digit in it; what stands before is not looked at.
/// Returns  the longest number of these shapes: `.` or repeated `,` before groups of exactly three digits are
///          thousands; `,` or `.` and one or two digits is a decimal. Digits alone where no shape fits.
/// Errors   none.
/// Source   docs/folding.md, "Numbers". Covered by number_test and number_fuzz.
NumberMatch match_number(std::string_view text, std::size_t at);

/// "5 700" and "5 700 000": thousands grouped by one space (a no-break or thin space too).
struct SpacedNumber {
  std::size_t length = 0;  ///< bytes from `at`
  std::string value;       ///< "5700"
  std::size_t groups = 0;  ///< how many groups of digits, 2 to 8
};

/// Reads such a number at byte `at`: match_spaced_number("5 700 người", 0)->value == "5700".
///
/// Takes    any text and the place of an ASCII digit in it.
/// Returns  nothing where fewer than two groups stand there, where the first begins with 0, or where a letter or a
///          decimal touches the last one.
/// Errors   none.
/// Source   docs/folding.md, "Numbers". Covered by number_test and number_fuzz.
std::optional<SpacedNumber> match_spaced_number(std::string_view text, std::size_t at);

/// A day, or a day of a month, written in the text; day first always.
struct DateMatch {
  std::size_t length = 0;  ///< bytes from `at`
  int day = 0, month = 0;
  int year = 0;  ///< 0 where the text names none
};

/// Reads a date at byte `at` (a digit): "31/1/2018", "31-01-2018", "31.1.2018", "25/2".
///
///   match_date("25/2 họp", 0)->month == 2
///
/// Returns  nothing where it is no day of the calendar, or where more digits, `/` or letters follow.
/// Errors   none.
/// Source   docs/folding.md, "Dates". Covered by number_test and number_fuzz.
std::optional<DateMatch> match_date(std::string_view text, std::size_t at);

/// Whether the calendar has a date; 29/2 is a day where no year is named.
bool is_date(const DateMatch& date);

/// The key of a date's term: "20180131", and "0225" where no year is named.
std::string date_key(const DateMatch& date);

/// The folded form of a whole number, which has no leading zeros where it has at most three digits: "05" -> "5",
/// "000" -> "0"; "0084" stays as it is.
std::string drop_leading_zeros(std::string_view digits);

}  // namespace timbao
