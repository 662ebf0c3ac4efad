// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace timbao {

// What a byte of ASCII is, whatever the locale says, and small questions about a text that is read byte by byte.
//
//   is_ascii_digit('7')     is_digit_at("31/1", 3)     starts_with("https://a.vn", "https://")
//
// Takes    any byte, any text, and any place, one behind the text too.
// Errors   none: a byte of a letter beyond ASCII is none of these, and a place behind the text holds nothing.
// Source   the C locale's isdigit() and its like, which ascii_test compares for every byte. <cctype> is not used
//          because its answers follow the locale, and a negative char is undefined behaviour there.

/// Whether a byte is ASCII: is_ascii('a'); not the bytes of "đ".
constexpr bool is_ascii(char byte) { return static_cast<unsigned char>(byte) < 0x80; }

/// Whether a byte is 0 to 9. Superscripts and the digits of other scripts are not: letters.h has them as letters.
constexpr bool is_ascii_digit(char byte) { return byte >= '0' && byte <= '9'; }

/// Whether a byte is a to z.
constexpr bool is_ascii_small_letter(char byte) { return byte >= 'a' && byte <= 'z'; }

/// Whether a byte is a to z or A to Z.
constexpr bool is_ascii_letter(char byte) { return is_ascii_small_letter(byte) || (byte >= 'A' && byte <= 'Z'); }

/// Whether a byte is a digit or a letter.
constexpr bool is_ascii_letter_or_digit(char byte) { return is_ascii_letter(byte) || is_ascii_digit(byte); }

/// Whether a byte is a hexadecimal digit of either case.
constexpr bool is_ascii_hex_digit(char byte) {
  return is_ascii_digit(byte) || (byte >= 'a' && byte <= 'f') || (byte >= 'A' && byte <= 'F');
}

/// The small letter of an ASCII capital; any other byte as it is: to_ascii_lower('Q') == 'q'.
constexpr char to_ascii_lower(char byte) {
  return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
}

/// The byte at a place of a text; NUL behind its end: byte_at("ab", 1) == 'b', byte_at("ab", 2) == '\0'.
///
/// For readers that look ahead, so that none of them has to check the length before each look. A NUL byte of the text
/// itself looks like the end: a reader to which that matters checks the length.
constexpr char byte_at(std::string_view text, std::size_t at) { return at < text.size() ? text[at] : '\0'; }

/// Whether a digit stands at a place of a text; false behind its end.
constexpr bool is_digit_at(std::string_view text, std::size_t at) { return is_ascii_digit(byte_at(text, at)); }

/// The place behind the digits that stand from `at` on: end_of_digits("31/1", 0) == 2; `at` itself where none does.
constexpr std::size_t end_of_digits(std::string_view text, std::size_t at) {
  while (is_digit_at(text, at)) ++at;
  return at;
}

/// Whether a text holds nothing but 0 to 9: is_digits("2018"); true for the empty text.
constexpr bool is_digits(std::string_view text) { return end_of_digits(text, 0) == text.size(); }

/// Whether a text begins with another: starts_with("https://a.vn", "https://"). Every text begins with the empty one.
constexpr bool starts_with(std::string_view text, std::string_view start) {
  return text.substr(0, start.size()) == start;
}

/// Whether a text ends with another: ends_with("postlist.glass", ".glass"). Every text ends with the empty one.
constexpr bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

}  // namespace timbao
