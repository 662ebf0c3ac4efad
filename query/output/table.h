// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace timbao {

/// So many spaces.
std::string spaces(std::size_t count);

/// A text with spaces before it, or behind it, that fill it up to a number of columns of the terminal.
///
///   right_aligned("12", 4) == "  12"     left_aligned("đảng", 6) == "đảng  "
std::string right_aligned(const std::string& text, std::size_t columns);
std::string left_aligned(const std::string& text, std::size_t columns);

/// "1 article", "12 articles".
std::string counted_articles_text(std::uint64_t count);

/// Lays rows out as a table for people: the first cell of each row to the left, the others to the right of their columns.
///
///   table_lines({{"", "held", "1"}, {"2018-01", "340", "12"}})
///   // {"         held   1",
///   //  "2018-01   340  12"}
///
/// Takes    rows of cells that hold no control; a row may have fewer cells than others.
/// Returns  a line for each row; two spaces stand between columns, none behind the last one.
/// Errors   none.
/// Source   columns_of() says how many columns a text takes. Covered by table_test.
std::vector<std::string> table_lines(const std::vector<std::vector<std::string>>& rows);

}  // namespace timbao
