// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace timbao {

/// What an element means for the text around it.
enum class TagKind : std::uint8_t {
  in_line,   ///< text goes on: b, span, and every element that is not known
  block,     ///< a paragraph ends before and behind it: p, div, td
  heading,   ///< a block of the kind h1 to h6
  rule,      ///< a paragraph ends here: br, hr
  link,      ///< a
  emphasis,  ///< strong, b: text in line that is set off
  italics,   ///< em, i
  hidden,    ///< its text is not shown, or belongs to a control of the page: script, style, select
};

/// The kind of an element.
///
///   kind_of_tag("td") == TagKind::block     kind_of_tag("o:p") == TagKind::in_line
///
/// Takes    a name in small letters.
/// Errors   none.
/// Source   HTML Living Standard, section 15.3 (rendering), and HTML 4 for elements of old pages. Covered by
///          html_text_test.
TagKind kind_of_tag(std::string_view name);

/// Whether a paragraph ends where an element of this kind begins and where it ends.
constexpr bool is_block_kind(TagKind kind) { return kind == TagKind::block || kind == TagKind::heading; }

}  // namespace timbao
