// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/base/cli_help.h"

#include <algorithm>

#include "common/base/utf8.h"

namespace timbao {
namespace {

constexpr std::size_t kHelpColumns = 100;

std::string option_column(const OptionRow& row) {
  const std::string letter = row.letter();
  std::string column = letter.empty() ? "      " : "  -" + letter + ", ";
  column += "--" + row.long_name();
  if (!row.argument.empty()) column += (row.may_stand_alone() ? "" : " ") + row.argument;
  return column + "  ";
}

// How many columns a terminal takes for a help text. Help texts hold letters of one column each, so it is the number of
// code points.
std::size_t columns_of(std::string_view text) { return count_well_formed(text); }

// Appends the words of `text`. They begin behind what `out` holds of its last line, which ends at column `indent`; each
// further line is indented so far.
void append_wrapped(std::string& out, std::string_view text, std::size_t indent) {
  std::size_t column = indent;
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(word.size() + 1, text.size()));
    if (column > indent && column + 1 + columns_of(word) > kHelpColumns) {
      out += '\n' + std::string(indent, ' ');
      column = indent;
    } else if (column > indent) {
      out += ' ';
      ++column;
    }
    out += word;
    column += columns_of(word);
  }
  out += '\n';
}

}  // namespace

std::string describe_options(const std::vector<OptionRow>& rows) {
  std::size_t width = 0;
  for (const OptionRow& row : rows) width = std::max(width, columns_of(option_column(row)));
  std::string text;
  for (const OptionRow& row : rows) {
    const std::string column = option_column(row);
    text += column + std::string(width - columns_of(column), ' ');
    append_wrapped(text, row.help, width);
  }
  return text;
}

std::string describe_statuses(const std::vector<PageEntry>& statuses) {
  std::vector<std::string> parts;
  parts.reserve(statuses.size());
  for (const PageEntry& status : statuses) parts.push_back(status.term + " " + status.text);
  std::string text;
  append_wrapped(text, "Status: " + joined(parts, "; ") + ".", 0);
  return text;
}

}  // namespace timbao
