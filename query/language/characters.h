// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

namespace timbao {

/// Whether a character separates words of a query: a space or a line end of any kind.
///
///   is_query_space(U'\u3000')   true: the wide space of East Asian text
///
/// Source   the White_Space property of Unicode, which the C library's isspace() does not know. Quotes have a table of
///          their own: quotes.h. Covered by parse_test.
constexpr bool is_query_space(char32_t c) {
  return c == U' ' || (c >= 0x09 && c <= 0x0D) || c == 0x85 || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

/// Whether a character is one of the brackets that group operands: ( or ). Other brackets are text.
constexpr bool is_query_bracket(char32_t c) { return c == U'(' || c == U')'; }

}  // namespace timbao
