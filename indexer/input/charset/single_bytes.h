// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace timbao {

/// The bytes that a text was, if it was read as Latin-1 or Windows-1252 although it was in another charset.
///
///   single_bytes("Vi\u00D6t") == "Vi\xD6t"     single_bytes("\u00E1\u00BB\u2021") == "\xE1\xBB\x87", which is "ệ"
///
/// Takes    well-formed UTF-8.
/// Returns  a byte for each character; nothing where one of them is in neither of the two charsets.
/// Errors   none.
/// Source   Latin-1 is the first 256 code points; Windows-1252 as the Encoding Standard of the WHATWG has it, where the
///          five bytes that it leaves free are control characters. Covered by single_bytes_test.
std::optional<std::string> single_bytes(std::string_view text);

/// The byte of one character; nothing where it is in neither of the two charsets: single_byte(U'ệ') is nothing.
std::optional<unsigned char> single_byte(char32_t character);

/// What a byte is in Windows-1252: windows1252_character(0x93) == U'“', windows1252_character(0xE0) == U'à'.
char32_t windows1252_character(unsigned char byte);

}  // namespace timbao
