// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace timbao {

/// How many columns of a terminal a code point takes: 2 for wide East Asian letters and emoji, 0 for combining marks
/// and for what is invisible, else 1.
///
///   columns_of(U'日') == 2     columns_of(char32_t{0x309}) == 0
///
/// Source   Unicode's East_Asian_Width and general categories, by ICU. Covered by columns_test.
std::size_t columns_of(char32_t code_point);

/// How many columns a line takes: columns_of("Đa\u0309ng 日") == 7.
///
/// Takes    UTF-8 without line ends. Escape sequences such as "\x1B[1m" take no column.
/// Errors   none: ill-formed bytes count as U+FFFD.
std::size_t columns_of(std::string_view line);

/// How wide lines may be.
struct Wrapping {
  std::size_t columns = 0;  ///< of a line at most; 0: nothing is wrapped
  std::size_t indent = 0;   ///< spaces before each line but the first
};

/// A line as lines of a terminal, broken between words.
///
///   wrap("1. Chuyển biến trong công tác", {20, 3}) == "1. Chuyển biến trong\n   công tác"
///
/// Takes    a line without its end; its own first spaces stay. A width below 20 columns counts as 20.
/// Returns  lines joined by \n, none wider than that. Words are what U+0020 separates; the spaces where a line is
///          broken go. A word that is wider than a line is broken between two letters, never before a combining mark.
/// Errors   none.
/// Source   Covered by columns_test, with random texts, and wrap_fuzz.
std::string wrap(std::string_view line, const Wrapping& wrapping);

/// The beginning of a text that cuts no letter: cut_at_letter("Đa\u0309ng", 2) == "Đ".
///
/// Takes    UTF-8, and how many code points are wanted at most.
/// Returns  fewer code points where the next one would be a combining mark. Where more than 16 marks follow each other
///          the letter is cut all the same.
/// Errors   none: an ill-formed part counts as one code point.
/// Source   Covered by columns_test.
std::string_view cut_at_letter(std::string_view text, std::size_t limit_chars);

/// A text cut by cut_at_letter(), with "…" in place of the rest: shortened("Đảng bộ", 4) == "Đảng…".
std::string shortened(std::string_view text, std::size_t limit_chars);

}  // namespace timbao
