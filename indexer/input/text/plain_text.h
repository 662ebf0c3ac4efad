// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace timbao {

/// A text without the white space round it: ASCII and Unicode spaces, zero-width spaces, byte order marks.
///
///   trim("\uFEFF Phúc Yên\u00A0") == "Phúc Yên"
///
/// Takes    UTF-8.
/// Returns  a part of `text`.
/// Errors   none.
std::string_view trim(std::string_view text);

/// The lines of a text that hold something, each trimmed. Line ends are \n, \r\n, \r, U+0085, U+2028 and U+2029.
///
///   paragraphs_of("một\r\n \r\nhai") == {"một", "hai"}
///
/// Takes and errors as trim().
std::vector<std::string_view> paragraphs_of(std::string_view text);

/// The words of a text: what stands between white space.
///
///   words_of("Ảnh: Khánh Linh") == {"Ảnh:", "Khánh", "Linh"}
std::vector<std::string_view> words_of(std::string_view text);

/// Texts side by side: join({"a", "b"}, ", ") == "a, b".
std::string join(const std::vector<std::string_view>& texts, std::string_view separator);

}  // namespace timbao
