// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/input/article/article_jsonl_keys.h"

namespace timbao {

/// The keys of records that the user named, and the parts of an article that they mean. They go before every key of the
/// table of keys.
///
///   KeyMap map;
///   map.add(Part::title, "ten_bai");
///   map.add(Part::body, "3");                    // the third column of a table
///   map.meaning_of("Ten bai").part == Part::title    map.meaning_of("sapo").part == Part::lead
///
/// Where several keys of one part were named, the first one that says something is taken.
///
/// Errors   none.
/// Source   docs/archives.md; covered by key_map_test.
class KeyMap {
 public:
  /// Names a key. A key of digits is also a column of a table, counted from 1.
  void add(Part part, std::string_view key);

  /// The meaning of a key: that of the map, else that of the table.
  [[nodiscard]] KeyMeaning meaning_of(std::string_view key) const;

  /// Whether the map names a key. Keys are compared as plain_key() writes them.
  [[nodiscard]] bool has(std::string_view key) const;

  [[nodiscard]] bool is_empty() const { return keys_.empty(); }

  /// The map as text, in its order: two maps with equal texts read every record alike.
  [[nodiscard]] std::string text() const;

 private:
  struct MappedKey {
    std::string plain;
    Part part;
  };
  [[nodiscard]] std::optional<std::size_t> place_of(std::string_view key) const;

  std::vector<MappedKey> keys_;
};

/// Whether a key names a column by its number: is_column_number("12").
bool is_column_number(std::string_view key);

}  // namespace timbao
