// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace timbao {

/// What a code point does to a text that is being cut into tokens.
enum class LetterClass : std::uint8_t {
  separator,         ///< anything that is none of the following
  letter,            ///< letters, combining marks, superscripts, digits of other scripts
  digit,             ///< 0 to 9
  ignorable,         ///< soft hyphen, joiners, byte order and bidi marks: as if it were not there
  zero_width_space,  ///< separates or not: docs/folding.md, "Zero-width space"
  sentence_end,      ///< . ! ? … ; :
  line_end,          ///< ends a paragraph
};

/// The class of a code point: class_of(U'ả') == LetterClass::letter.
///
/// Takes    any number; what is no code point is a separator.
/// Errors   none.
/// Threads  any: the table of common code points is made once.
/// Source   Unicode general categories and Default_Ignorable_Code_Point, by ICU; docs/folding.md, "Tokens". Covered by
///          fold_test.
LetterClass class_of(char32_t code_point);

/// Whether a code point is an upper-case (or title-case) letter: is_upper_case(U'Đ').
bool is_upper_case(char32_t code_point);

/// The folded form of one code point: fold_code_point(U'Đ') == "d"; "" for combining marks and ignorables.
///
/// Returns  what fold() makes of it. It asks ICU each time: fold() has a table of the common ones.
/// Source   docs/folding.md, "Letters". Covered by fold_test.
std::string fold_code_point(char32_t code_point);

/// The letter that a look-alike stands for: đ for Ð ð Ɖ ɖ, ư for Ƣ ƣ; any other code point for itself.
///
/// Source   docs/folding.md, "Letters". Covered by fold_test.
char32_t canonical_twin(char32_t code_point);

}  // namespace timbao
