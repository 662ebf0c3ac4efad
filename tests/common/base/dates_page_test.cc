// SPDX-License-Identifier: GPL-2.0-or-later
// What docs/dates.md says is so: each example of its tables is read.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <string>
#include <vector>

#include "common/base/day.h"
#include "common/base/day_range.h"
#include "common/base/timestamp.h"

namespace timbao {
namespace {

struct Row {
  std::string head;                   // "is" or "covers"
  std::vector<std::string> examples;  // the code of the first cell
  std::string result;                 // the code of the second cell, or "none"
};

/// The texts between backticks.
std::vector<std::string> code_in(const std::string& cell) {
  std::vector<std::string> codes;
  std::size_t open = cell.find('`');
  while (open != std::string::npos) {
    const std::size_t close = cell.find('`', open + 1);
    if (close == std::string::npos) break;
    codes.push_back(cell.substr(open + 1, close - open - 1));
    open = cell.find('`', close + 1);
  }
  return codes;
}

/// The cells of a line of a table; "\|" is a bar inside a cell.
std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '|')
      cells.emplace_back();
    else if (!cells.empty())
      cells.back() += line[i] == '\\' && line[i + 1] == '|' ? line[++i] : line[i];
  }
  if (!cells.empty()) cells.pop_back();  // behind the last bar
  return cells;
}

std::vector<Row> rows_of_page() {
  std::ifstream page(std::string(TIMBAO_SOURCE_DIR) + "/docs/dates.md");
  std::vector<Row> rows;
  std::string head;
  for (std::string line; std::getline(page, line);) {
    const std::vector<std::string> cells = cells_of(line.substr(0, line.find_last_of('|') + 1));
    if (line.empty() || line[0] != '|' || cells.size() != 2) continue;
    const std::vector<std::string> examples = code_in(cells[0]), results = code_in(cells[1]);
    if (examples.empty() && cells[1].find("---") == std::string::npos) head = cells[1];
    if (!examples.empty()) rows.push_back({head, examples, results.empty() ? "none" : results[0]});
  }
  return rows;
}

std::string moment_of(const std::string& text) {
  const std::optional<std::int64_t> seconds = parse_timestamp(text);
  return seconds ? format_timestamp(*seconds) : "none";
}

std::string days_of(const std::string& text) {
  const std::optional<DayRange> days = parse_day_range(text, {2018, 2, 3});
  return days ? format_day(days->first) + ".." + format_day(days->last) : "none";
}

TEST(DatesPage, SaysWhatIsRead) {
  std::size_t moments = 0, ranges = 0;
  for (const Row& row : rows_of_page()) {
    for (const std::string& example : row.examples) {
      if (row.head == " is ") {
        EXPECT_EQ(moment_of(example), row.result) << example;
        ++moments;
      } else {
        ASSERT_EQ(row.head, " covers ");
        EXPECT_EQ(days_of(example), row.result) << example;
        ++ranges;
      }
    }
  }
  EXPECT_GT(moments, 90U);
  EXPECT_GT(ranges, 25U);
}

}  // namespace
}  // namespace timbao
