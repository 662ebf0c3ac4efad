// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace timbao {

/// Text as a manual page has it within a line, so that it is printed as it is.
///
///   roff_text("--no-typing, đ") == R"(\-\-no\-typing, \[u0111])"
///
/// Takes    any text; what is no UTF-8 is read as U+FFFD.
/// Returns  ASCII on one line, which groff prints as the text, on a terminal and on paper: quotes and dashes stay those of
///          ASCII, so that examples can be copied. Line ends and other controls become spaces.
/// Errors   none.
/// Source   groff_char(7), man(7). Covered by man_page_test.
std::string roff_text(std::string_view text);

/// The same as a line of its own, which is never taken for a request: ".gz" -> "\&.gz".
std::string roff_line(std::string_view text);

/// Text in bold, as what is typed, or in italics, as what stands for something else: roff_bold("add") == R"(\fBadd\fR)".
std::string roff_bold(std::string_view text);
std::string roff_italic(std::string_view text);

}  // namespace timbao
