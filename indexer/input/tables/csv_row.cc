// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/tables/csv_row.h"

#include <algorithm>

#include "common/base/ascii.h"

namespace timbao {
namespace {

std::size_t end_of_blanks(std::string_view line, std::size_t at) {
  return std::min(line.find_first_not_of(' ', at), line.size());
}

}  // namespace

void CsvRow::clear() {
  cells_.clear();
  is_open_ = is_broken_ = false;
}

RowEnd CsvRow::take(std::string_view line) {
  std::size_t at = 0;
  is_continued_ = is_open_;
  if (is_open_)
    cells_.back() += '\n';
  else
    at = begin_cell(line, 0);
  for (;;) {
    if (is_open_) at = take_quoted(line, at);
    if (is_broken_) return RowEnd::broken;
    if (is_open_) return RowEnd::open;
    const std::size_t end = std::min(line.find(separator_, at), line.size());
    cells_.back() += line.substr(at, end - at);
    if (end == line.size()) return RowEnd::closed;
    if (cells_.size() == kMostCells) return RowEnd::broken;
    at = begin_cell(line, end + 1);
  }
}

std::size_t CsvRow::begin_cell(std::string_view line, std::size_t at) {
  cells_.emplace_back();
  const std::size_t first = end_of_blanks(line, at);
  is_open_ = byte_at(line, first) == '"';
  is_continued_ = is_continued_ && !is_open_;
  inner_ = 0;
  return is_open_ ? first + 1 : at;
}

/// Takes the rest of a quoted cell, as far as the line has it.
std::size_t CsvRow::take_quoted(std::string_view line, std::size_t at) {
  std::string& cell = cells_.back();
  for (;;) {
    const std::size_t quote = std::min(line.find('"', at), line.size());
    cell += line.substr(at, quote - at);
    if (quote == line.size()) return quote;
    const Quote kind = kind_of(line, quote);
    is_broken_ = kind == Quote::stray;
    is_open_ = kind != Quote::last;
    if (is_broken_) return quote;
    if (!is_open_) return is_cell_end(line, quote + 1) ? end_of_blanks(line, quote + 1) : quote + 1;
    if (kind == Quote::escaped) cell.pop_back();
    if (kind == Quote::inner) ++inner_;
    if (kind == Quote::closing) --inner_;
    cell += '"';
    at = quote + (kind == Quote::doubled ? 2 : 1);
  }
}

CsvRow::Quote CsvRow::kind_of(std::string_view line, std::size_t quote) const {
  const char before = quote == 0 ? '\n' : line[quote - 1];
  if (byte_at(line, quote + 1) == '"') return Quote::doubled;
  if (is_cell_end(line, quote + 1)) {
    const std::size_t end = end_of_blanks(line, quote + 1);
    return inner_ > 0 && byte_at(line, end + 1) == ' ' ? Quote::closing : Quote::last;
  }
  if (before == '\\' && !cells_.back().empty()) return Quote::escaped;
  if (is_continued_ && (before == separator_ || before == '\n')) return Quote::stray;
  if (before == ' ') return Quote::inner;
  return inner_ > 0 ? Quote::closing : Quote::last;
}

bool CsvRow::is_cell_end(std::string_view line, std::size_t at) const {
  const std::size_t end = end_of_blanks(line, at);
  return end == line.size() || line[end] == separator_;
}

}  // namespace timbao
