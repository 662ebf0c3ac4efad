// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace timbao {

/// A text whose paragraphs in VIQR are in Unicode, and how many words that were.
struct ViqrText {
  std::string text;
  std::size_t words = 0;
};

/// Reads the paragraphs of a text that are in VIQR, the letters of Vietnamese in ASCII.
///
///   from_viqr("Tie^'ng Vie^.t co`n, nu+o+'c ta co`n").text == "Tiếng Việt còn, nước ta còn"
///   from_viqr("I don't know; x^2 + y^2 (a+b)").text is the same
///
/// A paragraph is in VIQR where at least three different words of it have signs that English has not (^ + ( behind a
/// vowel, dd at the beginning) or a tone inside, and are words of news, and nearly all of such words are. Where a text has
/// such a paragraph, one word with any sign in it does in the others. Within these paragraphs every word is read that is a
/// syllable; all other words, also commands and paths, stay as they are. A full stop or a question mark is not a tone
/// where only the word without it is a syllable, and at the end of a sentence where that is clearly commoner. "\." is a
/// full stop; where a text has one, no sign without a backslash ends a sentence.
///
/// Takes    well-formed UTF-8.
/// Returns  well-formed UTF-8; text that is in no VIQR as it was.
/// Errors   none.
/// Source   RFC 1456, section 2 (VIQR). Covered by viqr_test and charset_fuzz.
ViqrText from_viqr(std::string_view text);

}  // namespace timbao
