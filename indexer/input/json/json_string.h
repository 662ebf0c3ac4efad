// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace timbao {

/// The place behind the string of a JSON text, of which the opening quote stands at `begin`.
///
///   end_of_json_string(R"({"a\"b":1})", 1) == 7
///
/// Takes    a text, and the place of a double quote in it.
/// Returns  json.size() where the string is not closed.
/// Errors   none.
/// Source   RFC 8259, section 7; covered by json_scan_test and json_scan_fuzz.
std::size_t end_of_json_string(std::string_view json, std::size_t begin);

/// Appends the escape of a control character within a string: append_unicode_escape(text, '\n') appends "\u000a".
void append_unicode_escape(std::string& text, char control);

}  // namespace timbao
