// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/output/table.h"

#include <algorithm>

#include "common/text/columns.h"

namespace timbao {

std::string spaces(std::size_t count) { return std::string(count, ' '); }

std::string right_aligned(const std::string& text, std::size_t columns) {
  return spaces(columns - std::min(columns, columns_of(text))) + text;
}

std::string left_aligned(const std::string& text, std::size_t columns) {
  return text + spaces(columns - std::min(columns, columns_of(text)));
}

std::string counted_articles_text(std::uint64_t count) {
  return std::to_string(count) + (count == 1 ? " article" : " articles");
}

std::vector<std::string> table_lines(const std::vector<std::vector<std::string>>& rows) {
  std::vector<std::size_t> widths;
  for (const std::vector<std::string>& row : rows) {
    widths.resize(std::max(widths.size(), row.size()));
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], columns_of(row[i]));
  }
  std::vector<std::string> lines;
  lines.reserve(rows.size());
  for (const std::vector<std::string>& row : rows) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i)
      line += i == 0 ? left_aligned(row[i], widths[i]) : "  " + right_aligned(row[i], widths[i]);
    lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace timbao
