// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/tokenize.h"
#include "query/expand/abbreviation_table.h"

namespace timbao {

/// A stretch of typed words that a list of abbreviations knows: `count` tokens from `first` on.
///
///   bộ trưởng gtvt   {0, 2, expansion of BT}, {2, 1, form of GTVT}
///   Q.7              {0, 2, form of Q.#, number "7"}
struct AbbreviationMatch {
  std::size_t first = 0, count = 0;
  /// What the words may be, all of one side: several where the form has several meanings.
  std::vector<AbbreviationName> names;
  /// What stands for #, as it was typed.
  std::string number;
};

/// Finds abbreviations, and what abbreviations stand for, in a typed text.
///
///   find_abbreviations(table, "ubnd hà nội", tokens)   UBND
///   find_abbreviations(table, "uy ban nhan dan", tokens)   the expansion of UBND
///
/// A name is found with and without marks and in any letters, but with no other marks (hđ is not HD). A form in capitals
/// that is an ordinary syllable (CA, TA, TƯ) must be typed in capitals, and not as part of a text that is all in
/// capitals. Letters with points between them (U.B.N.D.) are found from four letters on, because fewer are mostly the
/// initials of a person.
///
/// Takes    a list; a text and its tokens.
/// Returns  the matches in the order of their first words, longer ones first. A form inside a longer match is left out.
/// Errors   none.
/// Source   docs/variants.md, "Abbreviations". Covered by abbreviations_test and abbreviations_fuzz.
std::vector<AbbreviationMatch> find_abbreviations(const AbbreviationTable& table, std::string_view value,
                                                  const TokenizedText& text);

}  // namespace timbao
