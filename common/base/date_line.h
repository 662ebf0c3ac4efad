// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace timbao {

// The first step of reading a date. The steps, each with a header of its own: a line in ASCII (here) -> words
// (date_words.h) and shapes (date_shape.h) -> days, times and offsets (date_find.h) -> a moment (date_reader.h).

/// A text that may hold a date, in ASCII, so that words, numbers and signs can be compared byte by byte.
struct DateLine {
  std::string plain;  ///< lower-case letters without marks, digits, and the signs " |-,;:.()[]/'+_"
  std::string marks;  ///< as long as `plain`: the marks of each letter as bits; 0 where it has none
};

/// Makes such a line of a text.
///
///   date_line("Ngày\u00A031 – 8h")->plain == "ngay 31 - 8h"
///
/// Takes    UTF-8, any normal form, any case.
/// Returns  the line, with single spaces and none at its ends; nothing where the text has over 200 bytes, is
///          ill-formed, or holds a letter or sign that no date has. Dashes, spaces and bars of other code points become
///          their ASCII ones.
/// Errors   none.
/// Source   docs/dates.md; the letters of the Vietnamese alphabet in every tone. Covered by date_line_test and
///          day_fuzz.
std::optional<DateLine> date_line(std::string_view text);

/// Compares a word or several with what stands at a place of a line.
///
///   match_word(*date_line("Chủ nhật, 5/6/2017"), 0, "chủ nhật") == 8      // the place behind it
///   match_word(*date_line("Chu nhat, 5/6/2017"), 0, "chủ nhật") == 8
///
/// Takes    the word in lower case, NFC; a space in it may be missing in the line.
/// Returns  the place behind the word. If the line has any marks there, they must be those of the word. Nothing where
///          another word stands there, or a longer one, or a longer number.
/// Errors   none.
/// Source   docs/dates.md. Covered by date_line_test.
std::optional<std::size_t> match_word(const DateLine& line, std::size_t at, std::string_view word);

/// Whether a digit stands at a place: is_digit_at(*date_line("ngày 31"), 5); false behind the line's end.
bool is_digit_at(const DateLine& line, std::size_t at);

/// Whether a letter stands at a place; false behind the line's end.
bool is_letter_at(const DateLine& line, std::size_t at);

}  // namespace timbao
