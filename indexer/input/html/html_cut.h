// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace timbao {

/// A tag with more bytes outside of its quoted values is left out. Each attribute is compared with all others of its
/// tag by libxml2, and no tag that people or programs write comes near.
inline constexpr std::size_t kMostTagBytes = 1024;

/// The attributes for which handlers ask. One that asks for another adds it here.
inline constexpr std::array<std::string_view, 19> kReadAttributes{
    "align",    "alt",  "class",    "content", "data-role", "data-slot", "datetime", "hidden", "href", "id",
    "itemprop", "name", "property", "rel",     "size",      "src",       "style",    "title",  "type"};

/// A page without what nobody reads: the contents of styles and of scripts that are no JSON, which are half of the bytes
/// of today's pages, white space behind white space, which is a fifth of the rest, attributes other than kReadAttributes,
/// which are a seventh of what is left then, and tags that are too long.
///
///   without_unread_parts("<style>p{}</style><p>Làng") == "<style></style><p>Làng"
///   without_unread_parts("<img src=\"a.png\" srcset=\"b.png\">") == "<img src=\"a.png\" >"
///
/// Takes    HTML, well-formed or not.
/// Returns  the rest of it, in its order. What stands in a comment or in a quoted value is no tag. A style or script that
///          no tag ends is left out itself, up to the next end tag: what follows is more likely text that was meant to be
///          read. (Browsers pass over all of it.)
/// Errors   none.
/// Source   where a tag, a comment and the contents of a script end is as in libxml2's parser. Covered by html_cut_test
///          and html_fuzz.
std::string without_unread_parts(std::string_view html);

}  // namespace timbao
