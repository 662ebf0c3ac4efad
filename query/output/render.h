// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "query/output/look.h"
#include "query/request/answer.h"

namespace timbao {

/// A text for people, with its highlights shown.
///
///   render({"Đảng bộ", {{0, 4}}}, Highlight::html) == "<mark>Đảng</mark> bộ"
///   render({"Đảng bộ", {{0, 4}}}, Highlight::ansi) == "\x1B[1mĐảng\x1B[0m bộ"
///
/// Takes    highlights in the order of the text; what lies beyond the text's end is ignored.
/// Returns  one line without control characters (see on_one_line()), so that no article can steer a terminal. With
///          Highlight::html, & < > and " are written as entities.
/// Errors   none.
/// Source   covered by tests/query/output/output_test.cc, tests/fuzz/wrap_fuzz.cc and tests/fuzz/snippet_fuzz.cc.
std::string render(const HighlightedText& text, Highlight highlight);

/// The same for a text without highlights: render("<b>", Highlight::html) == "&lt;b&gt;".
std::string render(std::string_view text, Highlight highlight);

}  // namespace timbao
