// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "query/output/format.h"
#include "query/request/answer.h"

namespace timbao {

/// A text for people, with what matches in it highlighted.
///
///   render({"Đảng bộ", {{0, 4}}}, Highlight::html) == "<mark>Đảng</mark> bộ"
///
/// Takes    highlights in order, in code points; what lies beyond the text's end is nothing.
/// Returns  one line, by on_one_line(): an article cannot steer a terminal; with html, & < > " are
///          entities.
/// Errors   none.
std::string render(const HighlightedText& text, Highlight highlight);

/// The same for text without highlights.
std::string render(std::string_view text, Highlight highlight);

}  // namespace timbao
