// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace timbao {

/// The length in bytes of a letter or digit that news text is made of, told from its first bytes alone: ASCII, Latin-1
/// to Latin Extended-B, Latin Extended Additional.
///
///   common_letter_length("ả", 0) == 3     common_letter_length("-", 0) == 0
///
/// Takes    any text, and a place that may lie behind it.
/// Returns  0 for everything else, of which class_of() tells what it is: a letter of Greek has 0 here.
/// Source   the Unicode blocks named above without × and ÷. Covered by word_end_test, which compares it with class_of()
///          for every code point.
std::size_t common_letter_length(std::string_view text, std::size_t at);

/// The end of the run of letters, digits and ignorables that begins at `at`.
///
///   end_of_letters("Đảng bộ", 0) == 6     end_of_letters("a\u00AD-", 0) == 1
///
/// Returns  `at` where no letter stands there. Ignorables at the run's end (soft hyphens, joiners, bidi marks) do not
///          belong to it.
/// Source   docs/folding.md, "Tokens".
std::size_t end_of_letters(std::string_view text, std::size_t at);

/// The end of the word that begins at `begin`: the run of letters, and further runs behind zero-width spaces that join.
///
///   end_of_word("tri\u200Bển khai", 0) == 10     // "triển" is one syllable, printed with a zero-width space in it
///
/// Source   docs/folding.md, "Zero-width space".
std::size_t end_of_word(std::string_view text, std::size_t begin);

}  // namespace timbao
