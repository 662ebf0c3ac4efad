// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace timbao {

/// A reading as it is written, from its exact key: the inverse of exact_key().
///
///   printed_key("đang~3") == "đảng"     printed_key("hoa~2") == "hòa"     printed_key("covid") == "covid"
///
/// Takes    an exact key (syllable.h).
/// Returns  the syllable in small letters, its tone mark where most newspapers put it: on a letter with a quality mark;
///          else on the second vowel letter of three, or of two before a coda; else on the first. A text that is no key
///          of a marked syllable comes back as it is.
/// Errors   none.
/// Source   docs/folding.md, "Readings"; the letters of syllable.cc. Covered by printed_key_test: exact_key() of what is
///          returned is the key again.
std::string printed_key(std::string_view exact_key);

}  // namespace timbao
