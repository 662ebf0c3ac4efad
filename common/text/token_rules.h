// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

#include "common/text/token.h"

namespace timbao {

// The small rules of cutting text into tokens, apart from the reading that uses them. All are total.
// Source   docs/folding.md, "Tokens". Covered by tokenize_test and tokenize_extras_test.

/// Whether letters are a unit that a number may touch: "5kg" is 5 and kg, while "4G" is one token.
///
/// Takes    canonical letters (see fold.h).
bool is_unit(std::string_view canonical_run);

/// Whether a character joins what stands on both sides of it: KT-XH, TP.HCM, AT&T, O'Brien.
bool is_joiner(char c);

/// Whether a code point is a letter that is not upper-case.
bool is_small_letter(char32_t c);

/// The number of a day or month: small_value(word of "05", 12) == 5.
///
/// Returns  1 to `most`; 0 where the word is no number of one or two digits, or a greater one.
int small_value(const Word& word, int most);

/// The year that four printed digits name: 2018 for "2018"; 0 for "2.018" and everything else.
int year_value(const Word& word);

/// Whether a word is a number without a decimal part: "5.700" is, "5,7" is not.
bool is_whole_number(const Word& word);

}  // namespace timbao
