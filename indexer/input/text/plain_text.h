// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace timbao {

/// A text without white space at its beginning and end: ASCII and Unicode spaces, zero-width spaces, byte order marks.
///
///   trim("\uFEFF Phúc Yên\u00A0") == "Phúc Yên"
///
/// Takes    UTF-8 of any length.
/// Returns  a part of `text`.
/// Errors   none.
/// Source   Unicode White_Space, and U+200B and U+FEFF, which copied text is full of; plain_text_test, plain_text_fuzz.
std::string_view trim(std::string_view text);

/// The lines of a text that hold more than white space, each trimmed. Line ends are \n, \r\n, \r, U+0085, U+2028 and
/// U+2029.
///
///   paragraphs_of("một\r\n \r\nhai") == {"một", "hai"}
///
/// Takes    UTF-8 of any length.
/// Returns  parts of `text`, in their order.
/// Errors   none.
/// Source   Unicode, section 5.8 (newline guidelines), without VT and FF, which white space covers.
std::vector<std::string_view> paragraphs_of(std::string_view text);

/// The words of a text, which white space separates. They are no tokens: punctuation stays.
///
///   words_of("Ảnh: Khánh Linh") == {"Ảnh:", "Khánh", "Linh"}
///
/// Returns  parts of `text`, in their order.
std::vector<std::string_view> words_of(std::string_view text);

/// Texts in a row with a separator between them: join({"a", "b"}, ", ") == "a, b". Empty texts at the beginning get
/// none.
std::string join(const std::vector<std::string_view>& texts, std::string_view separator);

}  // namespace timbao
