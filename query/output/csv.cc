// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/output/csv.h"

#include "common/base/day.h"
#include "common/base/error.h"
#include "common/base/escape.h"

namespace timbao {

std::string csv_cell(std::string_view text) {
  constexpr std::string_view kBeginsFormula = "=+-@";
  if (text.empty()) return {};
  std::string cell = kBeginsFormula.find(text.front()) == std::string_view::npos ? "" : "'";
  cell += text;
  const bool has_blank_end = cell.front() == ' ' || cell.back() == ' ';
  if (!has_blank_end && cell.find_first_of(",\"") == std::string::npos) return cell;
  for (std::size_t at = cell.find('"'); at != std::string::npos; at = cell.find('"', at + 2)) cell.insert(at, 1, '"');
  return '"' + cell + '"';
}

std::string hit_as_csv(const Hit& hit) {
  std::string line = std::to_string(hit.rank) + ',' + csv_cell(escape_line(hit.id)) + ',';
  if (hit.date) line += format_timestamp(*hit.date);
  for (const std::string* const text : {&hit.title.text, &hit.author, &hit.source, &hit.section, &hit.url})
    line += ',' + csv_cell(on_one_line(*text));
  return line + ',' + csv_cell(escape_line(hit.path)) + ',' + csv_cell(on_one_line(hit.snippet.text)) + '\n';
}

}  // namespace timbao
