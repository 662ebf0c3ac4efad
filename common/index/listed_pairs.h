// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

#include "common/base/flat_table.h"

namespace timbao {

/// Whether every pair of these neighbours is a term wherever it stands, in a title or not: it is a two-syllable word of
/// the shipped list, or both are among the commonest syllables.
///
///   is_listed_pair("xay", "dung") == true
///
/// Takes    folded forms.
/// Returns  what ListedPairs::has() says of their hashes. For the few pairs of a query: it searches the shipped list
///          and builds no table.
/// Source   docs/index-format.md, "Terms". Covered by listed_pairs_test, which compares both ways.
bool is_listed_pair(std::string_view folded_left, std::string_view folded_right);

/// The same for indexing, which needs it for every two tokens: a table of hashes, made in a few milliseconds.
///
///   listed_pairs().has(CollapseKey::hash_of("xay"), CollapseKey::hash_of("dung")) == true
///
/// Threads  any number at once: the table never changes once it is made.
/// Source   docs/index-format.md, "Terms".
class ListedPairs {
 public:
  ListedPairs();

  /// Takes hashes of folded forms: CollapseKey::hash_of.
  [[nodiscard]] bool has(std::uint64_t left, std::uint64_t right) const {
    return table_.contains(slot_of(left, right));
  }

 private:
  struct Slot {
    std::uint64_t pair = 0;  // 0: free

    [[nodiscard]] bool is_free() const { return pair == 0; }
    [[nodiscard]] bool is_same(const Slot& other) const { return pair == other.pair; }
    [[nodiscard]] std::uint64_t hash() const { return pair; }
  };
  static Slot slot_of(std::uint64_t left, std::uint64_t right) {
    constexpr std::uint64_t kOdd = 0x9E3779B97F4A7C15U;  // so that a pair and its exchange differ
    const std::uint64_t pair = (left * kOdd) ^ right;
    return {pair == 0 ? 1 : pair};
  }
  void add(std::string_view left, std::string_view right);

  FlatTable<Slot> table_{std::size_t{1} << 17U};  // three times the pairs that there are, so that it never grows
};

/// The table, made once in a process.
const ListedPairs& listed_pairs();

}  // namespace timbao
