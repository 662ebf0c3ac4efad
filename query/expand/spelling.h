// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "query/expand/draft.h"

namespace timbao {

/// The other spellings of words that are written in two ways: i and y at the end of a syllable, d and gi.
///
///   công ty    ti            mỹ        mĩ
///   cơn dông   cơn giông     tay, kinh, thúy   nothing
///
/// Returns  drafts of kind spelling, for one token or the words of a shipped pair.
/// Errors   those of the vocabulary.
/// Source   docs/variants.md, "Spelling". Covered by spelling_test.
std::vector<Draft> spelling_drafts(const ExpandInput& input);

/// The other names of places that a shipped list has: by spelling and by renaming, never by merger.
///
///   Đắc Lắc    Đắk Lắk, Đăk Lăk, …       Miến Điện    Myanmar, …       Hà Tây    nothing
///
/// Returns  drafts of kind place.
/// Errors   those of the vocabulary.
/// Source   docs/variants.md, "Places". Covered by spelling_test.
std::vector<Draft> place_drafts(const ExpandInput& input);

/// The syllable with i in place of y or y in place of i, as an exact key: swapped_iy("my~4") == "mi~4".
///
/// Takes    an exact key (syllable.h).
/// Returns  "" where one spelling is the only one: with another onset than h k l m s t v qu, and with more than one letter
///          in the rime.
/// Source   docs/variants.md, "Spelling". Covered by spelling_test.
std::string swapped_iy(const std::string& exact_key);

}  // namespace timbao
