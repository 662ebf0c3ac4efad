// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

#include "common/text/tokenize.h"

namespace timbao {

/// The small rules of cutting text into tokens, apart from the walk that uses them (tokenize.cc). All are total.
/// Source   docs/folding.md, "Tokens".

/// Units that a number may touch: 5kg is 5 and kg, 4G is one token. Takes canonical letters.
bool is_unit(std::string_view canonical_run);

/// The length in bytes of a letter or digit that news text is made of, told from its first bytes alone: ASCII, Latin-1
/// to Latin Extended-B, Latin Extended Additional. 0 for everything else, which class_of() tells.
std::size_t common_letter_length(std::string_view text, std::size_t at);

/// Characters that join what they stand between: KT-XH, TP.HCM.
bool is_joiner(char c);

/// A letter that is not upper-case.
bool is_small_letter(char32_t c);

/// Whether two pieces with a zero-width space between them are one word: tri|ển is, lược|phát is not.
bool joins_over_zero_width_space(std::string_view left, std::string_view right);

/// The number of a day or month: 1 to `most`, or 0 where the word is none.
int small_value(const Word& word, int most);

/// The year that four printed digits name, or 0.
int year_value(const Word& word);

/// Whether the word is a number without a decimal part.
bool is_whole_number(const Word& word);

}  // namespace timbao
