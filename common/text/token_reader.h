// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>

#include "common/text/token_builder.h"

namespace timbao {

/// Adds the word that begins at byte `at` to the builder.
///
///   TokenBuilder builder("KT-XH tăng", cache);
///   read_word(builder, 0) == 3     // KT was added, and "-" joins what follows
///
/// Takes    the place of a letter or digit of the builder's text.
/// Returns  the place behind the word, and behind the joiner that joins the next token to it.
/// Source   docs/folding.md, "Tokens".
std::size_t read_word(TokenBuilder& builder, std::size_t at);

/// Adds what begins with the digit at byte `at`: a document number, a date, a number with groups of digits, a number
/// with its unit, a plain number, or a word that begins with digits. The first of these that fits is taken.
///
///   "05-CT/TW"    tokens 05, ct, tw    extras {document, "5/ct/tw"}, {document_type, "ct 5"}
///   "31/1/2018"   tokens 31, 1, 2018   extra  {day, "20180131"}
///   "5 700"       tokens 5, 700        extra  {whole, "5700"}
///   "5kg"         tokens 5, kg         extra  {whole, "5kg"}
///   "4G"          the token 4g, because g is no unit
///
/// Takes    the place of an ASCII digit of the builder's text, with no letter or digit before it.
/// Returns  the place behind it, and behind the joiner or the unit's start that joins the next token.
/// Errors   none.
/// Source   docs/folding.md, "Numbers", "Dates" and "Document numbers". Covered by tokenize_extras_test.
std::size_t read_number(TokenBuilder& builder, std::size_t at);

}  // namespace timbao
