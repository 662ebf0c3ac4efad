// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "common/text/tokenize.h"

namespace timbao {

/// A text as words without quotes: with single spaces, and brackets and quotes counting as spaces. What looks like an
/// operator, a beginning or a weight is set apart by a space or written small, so that the result is read as words alone
/// when it is parsed again.
///
///   as_bare_words("title:x AND", tokenizer) == "title: x and"
///   as_bare_words("chinh* dang^2", tokenizer) == "chinh * dang ^2"
///
/// Takes    well-formed UTF-8.
/// Errors   none.
/// Source   docs/query-language.md. Covered by parse_test and fuzz/parse_fuzz.
std::string as_bare_words(std::string_view text, Tokenizer& tokenizer);

}  // namespace timbao
