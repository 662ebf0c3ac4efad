// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "query/suggest/word_model.h"

namespace timbao {

/// A word that was typed as a part of another one, or in its place.
///
///   Piece{"Đảng", "dang", "đang~3"}
struct Piece {
  std::string typed, folded, exact;
};

/// The piece of a text: piece_of("Đảng") == Piece{"Đảng", "dang", "đang~3"}.
///
/// Takes    well-formed UTF-8.
/// Errors   none.
Piece piece_of(std::string_view typed);

/// The words that a word unknown to the archive is made of.
///
///   pieces_of("xaydungdang", model)     xay, dung, dang
///   pieces_of("XâyDựngĐảng", model)     Xây, Dựng, Đảng
///   pieces_of("chaoào", model)          chào: an editor wrote the end again instead of replacing it
///
/// Takes    a typed word and the model of the archive.
/// Returns  one piece or several, each a word of the archive; nothing where the archive has the word itself, where one
///          slip explains it, where no two pieces of it stand side by side in the archive, and for a word of more than
///          kLongestJoined letters.
/// Errors   those of the vocabulary.
/// Source   docs/query-language.md, "Did you mean". Covered by pieces_test and suggestion_fuzz.
std::vector<Piece> pieces_of(std::string_view typed, const WordModel& model);

/// The longest word that is taken apart, in letters.
inline constexpr std::size_t kLongestJoined = 60;

/// A query in which words are joined as in addresses, with spaces instead: "xay%20dung", "xay-dung-dang.html".
///
///   without_joiners("xay-dung-dang") == "xay dung dang"     without_joiners("05-CT/TW") == "05-CT/TW"
///
/// Takes    well-formed UTF-8.
/// Returns  the text with each %20 as a space, and with spaces for the hyphens, or the underscores, of a stretch that is
///          made of at least three words of small letters and digits.
/// Errors   none.
/// Source   docs/query-language.md, "Did you mean". Covered by pieces_test.
std::string without_joiners(std::string_view query);

}  // namespace timbao
