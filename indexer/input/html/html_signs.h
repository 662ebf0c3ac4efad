// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace timbao {

/// Whether a text holds tags or entities of HTML, so that it is a piece of a web page and no plain text.
///
///   looks_like_html("<p>Sáng nay</p>") == true        looks_like_html("Đ&ecirc; điều") == true
///   looks_like_html("<Bài 1> Đê điều") == false       looks_like_html("AT&T; 3 < 5") == false
///
/// Takes    UTF-8 of any length, in time that grows with the length.
/// Returns  true where it finds a tag with a name of HTML (a list in html_signs.cc), or an entity by its form:
///          "&#273;", "&#x111;", or "&" with two to eight letters and ";".
/// Errors   none.
/// Source   HTML Living Standard, sections 13.1.2 and 13.1.4; covered by html_signs_test and html_signs_fuzz.
bool looks_like_html(std::string_view text);

/// The name of the tag that begins or ends an element at a place, in small letters.
///
///   tag_name_at("một<BR/>hai", 4) == "br"     tag_name_at("</p>", 0) == "p"     tag_name_at("a < b", 2) == ""
///
/// Takes    a text, and the place of a "<" in it.
/// Returns  at most 11 bytes, enough to tell names of HTML apart; empty where no letter follows.
std::string tag_name_at(std::string_view text, std::size_t at);

}  // namespace timbao
