// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "query/expand/typed_text.h"

namespace timbao {

/// The greatest number that is read and written as a numeral.
inline constexpr int kGreatestNumeral = 39;

/// How a numeral is typed: 12, XII, or mười hai.
enum class NumeralForm : std::uint8_t { digits, roman, words };

/// A numeral at one place of a query.
struct Numeral {
  int value = 0;
  std::size_t count = 0;  ///< how many tokens it has
  NumeralForm form = NumeralForm::digits;
  bool marked = true;  ///< of words: whether all were typed with their marks
};

/// Reads the numeral that begins with a token.
///
///   "12", "XII", "mười hai", "muoi hai" -> 12      "nhất" -> 1   "tư" -> 4   "bảy" -> 7   "hai mươi mốt" -> 21
///
/// Takes    any place of a query.
/// Returns  the longest numeral from 1 to kGreatestNumeral; nothing where none begins, or where a date, a range or a
///          decimal does.
/// Errors   none.
/// Source   docs/variants.md, "Congresses and sessions". Covered by numerals_test.
std::optional<Numeral> read_numeral(const TypedText& text, std::size_t at);

/// The Roman form of a number: roman_numeral(14) == "XIV".
///
/// Takes    1 to kGreatestNumeral.
std::string roman_numeral(int value);

/// A number in words: cardinal_words(4) == "bốn", cardinal_words(21) == "hai mươi mốt".
///
/// Takes    1 to kGreatestNumeral.
std::string cardinal_words(int value);

/// A number as it stands behind thứ: ordinal_words(1) == "nhất", ordinal_words(4) == "tư", ordinal_words(13) ==
/// "mười ba".
///
/// Takes    1 to kGreatestNumeral.
std::string ordinal_words(int value);

}  // namespace timbao
