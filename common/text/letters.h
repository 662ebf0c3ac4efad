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
/// Source   Unicode general categories and Default_Ignorable_Code_Point, by ICU.
LetterClass class_of(char32_t code_point);

/// Whether it is an upper-case (or title-case) letter.
bool is_upper_case(char32_t code_point);

/// The folded form of one code point: U'Đ' -> "d"; "" for combining marks and ignorables.
std::string fold_code_point(char32_t code_point);

/// Letters that stand for another one: Ð ð Ɖ ɖ for đ, Ƣ ƣ for ư; anything else for itself.
char32_t canonical_twin(char32_t code_point);

}  // namespace timbao
