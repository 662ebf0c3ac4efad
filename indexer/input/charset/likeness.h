// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace timbao {

/// How much the words of a text that have letters beyond ASCII read as Vietnamese. A wrong charset makes words that
/// nobody can spell, such as "ViÖt" or "Vieät".
struct Likeness {
  std::size_t words = 0;  ///< that have letters beyond ASCII
  double sum = 0;         ///< over these words: 1 for one that news has, less for one that only can be spelled, else 0
  double commonness =
      0;  ///< over these words: near 1 for the commonest of news, near 0 for the rarest, which decides ties

  /// From 0 to 1; 0 where there are no such words.
  [[nodiscard]] double share() const { return words == 0 ? 0 : sum / static_cast<double>(words); }
};

/// How common a word of news is: near 1 for the commonest, near 0 for the rarest, 0 for what is none.
///
///   commonness("ta") > commonness("tả")     commonness("xyz") == 0
///
/// Takes    a word in NFC, of any case.
double commonness(std::string_view word);

/// Looks at the words of a text.
///
///   likeness("Việt Nam, đảng").share() == 1     likeness("ViÖt Nam, ®¶ng").share() == 0
///
/// Takes    UTF-8.
/// Errors   none.
/// Source   parse_syllable() says what can be spelled, the readings of token_codes() what news has. Covered by
///          likeness_test.
Likeness likeness(std::string_view text);

}  // namespace timbao
