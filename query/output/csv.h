// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "query/request/answer.h"

namespace timbao {

/// The first line of the format `csv`: the names of its columns.
inline constexpr std::string_view kCsvHead = "rank,id,date,title,author,source,section,url,path,snippet\n";

/// The format `csv`: a hit as one line for spreadsheets.
///
///   hit_as_csv(hit) == "1,phuc-yen.txt,2018-01-31T08:01:00+07:00,\"Thu, chi và …\",…\n"
///
/// Returns  a line with its line end. A cell is empty where the article lacks it. A cell with a comma, a quote or a blank at
///          an end stands in quotes. One that a spreadsheet would take for a formula, because it begins with = + - or @,
///          has an apostrophe before it. In ids and paths controls are written by escape_line(), elsewhere a blank stands
///          for them.
/// Errors   none.
/// Source   RFC 4180, but for the line end, which is a line feed. Covered by citations_test and tests/fuzz/answer_fuzz.cc.
std::string hit_as_csv(const Hit& hit);

/// A text as one cell of CSV: csv_cell("=1+1") == "'=1+1", csv_cell("a, b") == "\"a, b\"".
///
/// Takes    a text without controls.
/// Errors   none.
std::string csv_cell(std::string_view text);

}  // namespace timbao
