// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace timbao {

/// A text without character references, and how many there were.
struct DereferencedText {
  std::string text;
  std::size_t count = 0;
};

/// Puts letters and signs in the place of the character references of HTML, in text that is no page.
///
///   without_references("H&#7897;i &ecirc;&amp;#273; &ldquo;AT&T&rdquo;, y&").text == "Hội êđ “AT&T”, y&"
///
/// Letters beyond ASCII, quotes, dashes, spaces and signs of print are read, by number or by name, with the "&" of the
/// reference itself as it stands or as "&amp;". References to characters of ASCII are read only where the text has no
/// tag: there "&lt;" may stand for itself. What is cut off or not known stays as it is.
///
/// Takes    well-formed UTF-8.
/// Returns  well-formed UTF-8, never longer.
/// Errors   none.
/// Source   the HTML Standard, section 13.5 (named character references): the names of HTML 4 that text of news has, and
///          its table of numbers from 128 to 159, which are those of Windows-1252. Covered by references_test and
///          charset_fuzz.
DereferencedText without_references(std::string_view text);

}  // namespace timbao
