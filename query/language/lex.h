// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

#include "common/base/day.h"
#include "common/text/tokenize.h"
#include "query/language/item.h"

namespace timbao {

/// How many words and other operands of a query are read; what follows is left out, and a note says so. It bounds the
/// time of a query, since each word opens posting lists.
///
/// Source   docs/query-language.md, "Limits".
inline constexpr std::size_t kQueryWordLimit = 1000;

/// How many items of a query are read, brackets, signs and punctuation included.
///
/// Source   docs/query-language.md, "Limits".
inline constexpr std::size_t kQueryItemLimit = 20'000;

/// How many beginnings of words (chinh*) of a query are read; further ones are searched as words, and a note says so.
/// A beginning of two letters may have hundreds of posting lists.
///
/// Source   docs/query-language.md, "Limits".
inline constexpr std::size_t kQueryPrefixLimit = 5;

/// Cuts a query into items: words, phrases, filters, and what may be an operator.
///
///   lex("+đảng \"bàn giao\"", …)   plus, text "đảng", phrase "bàn giao"
///
/// The lexer decides by what stands directly before and behind a piece: a sign is an item only where an operand begins
/// behind it. Whether brackets have partners and keywords have operands is decided later, by settle_operators().
///
/// Takes    well-formed UTF-8, which must outlive the items, because they point into it; the day that counts as today.
/// Returns  the items in their order; at most kQueryWordLimit operands and kQueryItemLimit items.
/// Errors   none: what could not be read is in the notes.
/// Threads  one Tokenizer a thread.
/// Source   docs/query-language.md. Covered by parse_test, parse_marks_test and fuzz/parse_fuzz.
Items lex(std::string_view query, Tokenizer& tokenizer, const Day& today);

}  // namespace timbao
