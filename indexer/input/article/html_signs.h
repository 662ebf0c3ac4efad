// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

namespace timbao {

/// Whether a text holds tags or entities of HTML, so that it is a piece of a page rather than plain text.
///
///   looks_like_html("<p>Sáng nay</p>") == true        looks_like_html("Đ&ecirc; điều") == true
///   looks_like_html("<Bài 1> Đê điều") == false       looks_like_html("AT&T; 3 < 5") == false
///
/// Takes    UTF-8 of any length; the time it takes follows from the length.
/// Returns  true where it finds a tag by its name, or an entity by its form: "&#273;", "&#x111;", or "&" with two to
///          eight letters and ";".
/// Errors   none.
bool looks_like_html(std::string_view text);

}  // namespace timbao
