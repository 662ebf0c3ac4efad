// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>

#include "query/language/item.h"

namespace timbao {

/// How deep brackets within brackets count; deeper ones are text. The tree is walked by recursion, and this bounds its
/// depth, so that no query can exhaust the stack.
///
/// Source   docs/query-language.md, "Limits".
inline constexpr std::size_t kQueryDepthLimit = 64;

/// Finds the partners among the brackets of a query, and makes text of the others, and of those that hold no operand or
/// stand too deep in others.
///
///   (a             text: it has no partner
///   title:( b      text "title:" and b
///
/// Takes    the items of lex().
/// Returns  in `items`: brackets in pairs, at most kQueryDepthLimit deep, each with an operand inside.
/// Errors   none: what was read in another way is in the notes.
/// Source   docs/query-language.md, "AND, OR, NOT and brackets". Covered by parse_test and fuzz/parse_fuzz.
void settle_brackets(Items& items);

/// Decides which brackets, signs and keywords of a query are operators, and makes text of the others.
///
///   a OR           OR becomes text: it has no operand behind it
///   a NEAR/5 -b    NEAR becomes AND: it needs words, phrases or beginnings of words, or these with OR, on both sides
///   NOT a          NOT becomes a minus: it begins an operand
///   +date:2018     the plus is removed: a filter restricts with or without it
///   a (b c) d      the brackets are removed: they hold no operator, so that a and b stay neighbours
///
/// Takes    the items of lex(), after settle_brackets().
/// Returns  in `items`: brackets in pairs, each with an operand inside; each sign
///          directly before an operand or an opening bracket; each keyword between two operands. A removed item stays
///          in the list, as text that holds nothing.
/// Errors   none: what was read in another way is in the notes.
/// Source   docs/query-language.md, "+ and -" and "AND, OR, NOT and brackets". Covered by parse_test and
///          fuzz/parse_fuzz.
void settle_operators(Items& items);

}  // namespace timbao
