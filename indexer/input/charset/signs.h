// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

namespace timbao {

/// What a text may hold that was written in another way: signs that cost one look at each byte, so that nearly all texts
/// need nothing more.
struct Signs {
  bool reference = false;      ///< "&", which begins a character reference
  bool other_writing = false;  ///< letters that Vietnamese does not have, or not in this order
  bool twin = false;           ///< Ð or ð
  bool viqr = false;           ///< a sign of VIQR behind its vowel
  [[nodiscard]] bool any() const { return reference || other_writing || twin || viqr; }
};

/// Looks for signs.
///
///   signs_in("viêòc").other_writing     signs_in("coù").other_writing     signs_in("Ðảng").twin
///   !signs_in("quá giá, hoà, tuý").any()
///
/// Takes    well-formed UTF-8.
/// Returns  signs, which prove nothing: names of other languages have them too.
/// Errors   none.
/// Source   which letters follow which: docs/folding.md, "Syllables". Covered by signs_test and restore_test; text_bench
///          measures it.
Signs signs_in(std::string_view text);

}  // namespace timbao
