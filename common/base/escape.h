// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace timbao {

/// One character that steers a terminal or breaks lines, and the bytes it takes in UTF-8.
///
/// These are C0 (U+0000 to U+001F), U+007F, C1 (U+0080 to U+009F), the line ends U+2028 and U+2029, and the bidi
/// controls U+061C, U+200E, U+200F, U+202A to U+202E and U+2066 to U+2069.
///
/// Source   ECMA-48 for C0 and C1, Unicode Standard Annex 9 for the bidi controls. Covered by escape_test.
struct Control {
  char32_t value = 0;
  std::size_t length = 0;  ///< 0: the character is none of these
};

/// The control that begins at byte `at`, if one does: control_at("a\u202Eb", 1) == {0x202E, 3}.
///
/// Takes    any bytes, and a place in them that is below text.size().
/// Errors   none: a byte that is no UTF-8 is no control.
Control control_at(std::string_view text, std::size_t at);

/// Where the first control at or after byte `from` begins.
///
///   find_control("Đảng\tbộ") == 6
///
/// Takes    any bytes.
/// Returns  text.size() where there is none. It looks at sixteen bytes at once, so that text without controls costs
///          next to nothing.
/// Errors   none.
/// Source   Covered by escape_test, with a control at each place of a text.
std::size_t find_control(std::string_view text, std::size_t from = 0);

/// Whether a control is an invisible one that only reorders the text beside it, so that no space need stand for it:
/// is_bidi_control(0x202E).
bool is_bidi_control(char32_t value);

/// Text as one column, or one line, of the formats that programs read: tsv and ids.
///
///   escape_line("a\tb\\c\u2028") == R"(a\tb\\c\u2028)"
///
/// Takes    any bytes.
/// Returns  tab, line feed, carriage return and backslash as \t \n \r \\, every other control as \uXXXX, and a byte
///          order mark at the very beginning as \ufeff, because readers pass over one there. Nothing else is changed,
///          so that ill-formed bytes stay as they are. unescape_line() gives the text back, byte for byte.
/// Errors   none.
/// Source   the escapes of JSON (RFC 8259, section 7). Covered by escape_test and escape_fuzz.
std::string escape_line(std::string_view text);

/// What a line or column of these formats stands for: unescape_line(R"(a\tb)") == "a\tb".
///
/// Takes    any bytes.
/// Returns  \t \n \r \\ and \uXXXX (four hexadecimal digits of either case, two such for a surrogate pair) replaced by
///          their characters. Any other backslash is itself: "C:\dir" stays, and so does half a surrogate pair.
/// Errors   none.
/// Source   as escape_line().
std::string unescape_line(std::string_view line);

/// JSON text with each control as \uXXXX, so that it stays one line for every reader and does nothing to a terminal.
///
///   escape_json("{\"title\":\"a\u2028b\"}") == R"({"title":"a\u2028b"})"
///
/// Takes    JSON text, which has controls only within its strings.
/// Errors   none.
/// Source   RFC 8259, section 7. Covered by escape_test and json_test.
std::string escape_json(std::string json);

/// The bytes of an escape \uXXXX of JSON.
inline constexpr std::size_t kUnicodeEscapeBytes = 6;

/// The 16 bits that the \uXXXX at byte `at` names, which may be half a surrogate pair.
///
///   unicode_escape_at(R"(\ud83d)", 0) == 0xD83D
///
/// Takes    any text and any place.
/// Returns  kNoUnicodeEscape where no backslash, "u" and four hexadecimal digits stand there.
/// Errors   none.
std::uint32_t unicode_escape_at(std::string_view text, std::size_t at);
inline constexpr std::uint32_t kNoUnicodeEscape = 0x10000;

/// Whether 16 bits are the first or the second half of a surrogate pair.
constexpr bool is_high_surrogate(std::uint32_t unit) { return unit >= 0xD800 && unit <= 0xDBFF; }
constexpr bool is_low_surrogate(std::uint32_t unit) { return unit >= 0xDC00 && unit <= 0xDFFF; }

}  // namespace timbao
