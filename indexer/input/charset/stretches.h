// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace timbao {

/// A part of a text in which letters follow one another, also those that a wrong charset made of letters.
struct Stretch {
  std::size_t begin = 0, end = 0;
  bool may_be_other = false;  ///< it has something beyond ASCII, or a gap: it may have been written in another way
};

/// The next stretch of letters of a text.
///
///   next_stretch("«Hµ Néi», 1998", 0) is "«Hµ"     next_stretch("ng êi ® îc", 0) is "ng êi"
///
/// A stretch is a word with everything that is beyond ASCII at its sides, since signs of Latin-1 are letters in the
/// charsets from before Unicode. ASCII ends it, but for letters, and so does white space, but for the blanks that were
/// letters: "ư" of TCVN3 between or behind consonants ("ng êi", "nh  "), and the half of "à" behind "Ã". Escapes of JSON
/// are no letters.
///
/// Takes    any bytes, and where to begin.
/// Returns  a stretch of at most about 120 bytes; one that begins and ends at text.size() where there is none.
/// Errors   none.
/// Source   docs/encodings.md. Covered by stretches_test and charset_fuzz.
Stretch next_stretch(std::string_view text, std::size_t from);

}  // namespace timbao
