// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace timbao {

/// Replaces the character references of HTML by what they stand for.
///
///   decode_entities("Đ&ecirc; &#273;i&#x1EC1;u") == "Đê điều"     decode_entities("AT&T; R&D") == "AT&T; R&D"
///
/// Takes    UTF-8 of any length.
/// Returns  the text in which each numeric reference and each name of HTML 4 that ";" ends is decoded, once: "&amp;lt;"
///          gives "&lt;". &#128; to &#159; are read as Windows-1252, as browsers do. What stands for no character
///          ("&#0;", "&#xD800;") stays.
/// Errors   none.
/// Source   HTML Living Standard, section 13.2.5.80; the names by libxml2. Covered by html_text_test and html_fuzz.
std::string decode_entities(std::string_view text);

/// Whether a text holds something that decode_entities() may replace.
bool has_entities(std::string_view text);

/// Reads the control characters U+0080 to U+009F as the signs that Windows-1252 has at 80 to 9F, since pages that number
/// them mean those: a parser of HTML has made "&#147;" U+0093, which here becomes “.
///
/// Takes    well-formed UTF-8 of any length.
/// Errors   none: what Windows-1252 does not have stays.
std::string without_c1_controls(std::string_view text);

}  // namespace timbao
