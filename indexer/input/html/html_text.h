// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace timbao {

/// The text of a piece of HTML as paragraphs, one a line: what the fields of records hold where a site stored its pages.
///
///   text_of_html("<p>S&aacute;ng nay</p><p>Làng <b>họp</b>.<br>Ảnh: An Vũ</p>") == "Sáng nay\nLàng họp.\nẢnh: An Vũ"
///   text_of_html("Mưa&nbsp;lớn\nĐê vỡ") == "Mưa lớn\nĐê vỡ"
///
/// Takes    well-formed UTF-8 of any length: text with tags, with entities, or with both. Tags that were escaped once
///          more ("&lt;p&gt;") are read too, up to kMostEscapes times.
/// Returns  what a browser would show as text, without scripts, styles and controls. Line ends count only where no tag
///          ends a paragraph.
/// Errors   none.
/// Source   parse_html(), kind_of_tag(). Covered by html_text_test and html_fuzz.
std::string text_of_html(std::string_view html);

/// How often tags and entities may have been escaped.
inline constexpr int kMostEscapes = 3;

}  // namespace timbao
