// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/article/column_names.h"

#include <utility>

#include "common/base/utf8.h"
#include "indexer/input/text/plain_text.h"

namespace timbao {
namespace {

// A row has as many keys as cells, so a long name would make a record many times as long as its row.
constexpr std::size_t kMostNameBytes = 60;

}  // namespace

ColumnNames::ColumnNames(std::vector<std::string> names, const KeyMap& map)
    : keys_(std::move(names)), has_names_(!keys_.empty()) {
  for (std::size_t column = 0; column < keys_.size(); ++column) {
    std::string& key = keys_[column];
    const std::string number = std::to_string(column + 1);
    key = std::string(cut_at_code_point(trim(key), kMostNameBytes));
    if (map.has(number))
      key = number;
    else if (key.empty())
      key = "column " + number;
  }
}

std::string ColumnNames::key_of(std::size_t column) const {
  if (column < keys_.size()) return keys_[column];
  return (has_names_ ? "column " : "") + std::to_string(column + 1);
}

ColumnParts parts_of(const std::vector<std::string>& names, const KeyMap& map) {
  ColumnParts parts;
  for (const std::string& name : names) {
    if (name.size() > kMostNameBytes || is_column_number(name)) continue;
    const Part part = map.meaning_of(name).part;
    if (part < Part::extra) ++parts.known;
    parts.has_title = parts.has_title || part == Part::title;
    parts.has_body = parts.has_body || part == Part::body;
    parts.has_lead = parts.has_lead || part == Part::lead;
    parts.has_place = parts.has_place || part == Part::url || part == Part::date;
  }
  return parts;
}

}  // namespace timbao
