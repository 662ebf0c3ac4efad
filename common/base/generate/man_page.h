// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "common/base/generate/program_description.h"

namespace timbao {

/// A program's manual page, of section 1.
///
///   man_page(query_description())   // .TH TIMBAO\-QUERY 1 … .SH NAME … .SH SYNOPSIS …
///
/// Returns  roff for the macros of man(7), in ASCII: the sections NAME, SYNOPSIS, DESCRIPTION where one was given,
///          COMMANDS where there are any, OPTIONS, the other sections in their order, EXIT STATUS, SEE ALSO. It has no
///          date, so the same program always gives the same page.
/// Errors   none.
/// Source   man(7), man-pages(7). Covered by man_page_test, and by man_pages_test, which renders it.
std::string man_page(const ProgramDescription& program);

}  // namespace timbao
