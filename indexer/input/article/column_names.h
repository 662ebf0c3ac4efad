// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "indexer/input/article/key_map.h"

namespace timbao {

/// The columns of a table, as keys of the records that its rows become.
///
///   ColumnNames({"Title", "", "Content"}, map).key_of(0) == "Title"
///   …key_of(1) == "column 2"      …key_of(7) == "column 8"      with a map of the column 3: key_of(2) == "3"
///
/// Takes    the names as they stand in the table, in the charset of the table; none where the table names no columns.
/// Errors   none.
/// Source   docs/archives.md; covered by key_map_test.
class ColumnNames {
 public:
  ColumnNames() = default;
  ColumnNames(std::vector<std::string> names, const KeyMap& map);

  /// The key of a column, counted from 0.
  [[nodiscard]] std::string key_of(std::size_t column) const;

 private:
  std::vector<std::string> keys_;
  bool has_names_ = false;
};

/// How far the names of columns are those of articles.
struct ColumnParts {
  std::size_t known = 0;  ///< names that the map or the table of keys has
  bool has_title = false, has_body = false, has_lead = false, has_place = false;  ///< place: an address or a date

  /// Whether the rows can be articles: they have a title or a text.
  [[nodiscard]] bool can_be_articles() const { return has_title || has_body; }

  /// Whether they are articles, and not their sections, menus or pictures, which have titles too.
  [[nodiscard]] bool are_articles() const { return has_title && (has_body || (has_lead && has_place)); }
};

/// What a list of names of columns says.
///
///   parts_of({"Title", "Content", "views"}, map).known == 2
///
/// Takes    the names as UTF-8. A name of more than 60 bytes is none: a row of values may stand where names should.
/// Errors   none.
ColumnParts parts_of(const std::vector<std::string>& names, const KeyMap& map);

}  // namespace timbao
