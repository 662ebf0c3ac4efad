// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "common/base/ascii.h"

namespace timbao {

// Texts of ASCII as they stand in headers, names of fonts and escapes; ascii.h has the same for one byte.

/// A text whose ASCII capitals are small letters: ascii_lower("Content-Type") == "content-type".
///
/// Takes    any bytes; those beyond ASCII stay as they are.
/// Errors   none.
/// Source   covered by ascii_text_test.
inline std::string ascii_lower(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(), to_ascii_lower);
  return lower;
}

/// The number that a hexadecimal digit of either case stands for: hex_digit_value('e') == 14.
///
/// Takes    a byte that is_ascii_hex_digit() holds for.
/// Errors   none.
/// Source   covered by ascii_text_test.
constexpr unsigned hex_digit_value(char digit) {
  return is_ascii_digit(digit) ? static_cast<unsigned>(digit - '0')
                               : static_cast<unsigned>(to_ascii_lower(digit) - 'a') + 10;
}

/// Appends a byte as addresses escape it: append_percent_escape('\xE9', text) appends "%E9".
///
/// Takes    any byte.
/// Errors   none.
/// Source   RFC 3986, section 2.1. Covered by ascii_text_test.
inline void append_percent_escape(char byte, std::string& text) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  const auto value = static_cast<unsigned char>(byte);
  text += {'%', kDigits[value >> 4U], kDigits[value & 0xFU]};
}

}  // namespace timbao
