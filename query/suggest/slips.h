// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace timbao {

/// What a typed word may have been meant as, and how unlikely the slip of the fingers is: minus the logarithm of its
/// probability.
///
///   {"dang", 5.5} for the typed "dsng"
struct Slip {
  std::string meant;
  double cost = 0;
};

/// Every word from which one slip makes the typed form: a doubled letter, a missing letter, a wrong one, a letter too
/// many, two letters exchanged. A doubled letter costs least; a wrong one costs less where it is a neighbour of the
/// right one on the keyboard, or the same vowel's.
///
///   slips_of("dsng", is_word)    dang, ding, dong, dung, … each once, with its lowest cost
///
/// Takes    a folded form; which forms are words. There are some 50 forms for each letter that was typed, and `is_word`
///          is called for each of them, for some twice.
/// Returns  sorted by form, without the typed one. Of a form of one letter only a missing one is guessed. Nothing for
///          one longer than kLongestMistyped, and for one with other characters than a to z: numbers and other scripts are not guessed.
/// Errors   none.
/// Source   docs/query-language.md, "Did you mean"; the costs were chosen with bench/spelling.py. Covered by slips_test.
std::vector<Slip> slips_of(std::string_view typed, const std::function<bool(std::string_view)>& is_word);

/// The longest form that is taken to be mistyped, in letters.
inline constexpr std::size_t kLongestMistyped = 16;

}  // namespace timbao
