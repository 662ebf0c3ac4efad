// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/output/mentions_lines.h"

#include "common/base/day.h"
#include "common/base/error.h"
#include "common/base/escape.h"
#include "query/output/csv.h"
#include "query/output/mentions_json.h"

namespace timbao {
namespace {

/// The columns of a line, and how the text of an article is written in them.
std::string columns(const Mention& mention, char separator, std::string (*write)(std::string_view text)) {
  std::string line = separator + (mention.date ? format_timestamp(*mention.date) : "");
  for (const std::string* text : {&mention.source, &mention.title}) line += separator + write(*text);
  line += separator + std::string(key_of_text(mention.field));
  for (const std::size_t number : {mention.item, mention.marks.begin, mention.marks.end})
    line += separator + std::to_string(number);
  for (const std::string* text : {&mention.left, &mention.match, &mention.right, &mention.reading})
    line += separator + write(*text);
  return line + '\n';
}

std::string cell(std::string_view text) { return csv_cell(on_one_line(text)); }

}  // namespace

std::string mention_as_tsv(const Mention& mention) {
  return escape_line(mention.id) + columns(mention, '\t', escape_line);
}

std::string mention_as_csv(const Mention& mention) {
  return csv_cell(escape_line(mention.id)) + columns(mention, ',', cell);
}

}  // namespace timbao
