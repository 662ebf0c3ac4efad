// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace timbao {

/// The cells of a line between COPY and `\\.` in a dump of PostgreSQL. Tabs separate them, and `\\N` is NULL.
///
///   copy_row("1\tĐê\\nđiều\t\\N") == {"1", "Đê<line end>điều", ""}
///
/// Takes    the line without its end, of any bytes.
/// Errors   none: a backslash before any other letter is left out.
/// Source   PostgreSQL 15, documentation of COPY, "Text Format"; covered by copy_row_test and sql_rows_fuzz.
std::vector<std::string> copy_row(std::string_view line);

}  // namespace timbao
