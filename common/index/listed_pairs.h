// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "common/base/flat_table.h"
#include "common/index/folded_hash.h"

namespace timbao {

/// Which pairs of neighbouring tokens are terms in every field, and not in titles only: the two-syllable words of the
/// shipped list ("xay dung"), and pairs of two of the commonest syllables, whose own posting lists are long.
///
/// Source   docs/index-format.md, "Terms"; the lists are embedded (embedded.h). Covered by listed_pairs_test, which
///          compares both functions for every line of the lists and for pairs that are in none.

/// Whether a pair is listed. This is for the few pairs of a query: it searches the embedded list and builds nothing.
///
///   is_listed_pair("xay", "dung") == true     is_listed_pair("dung", "xay") == false
///
/// Takes    the folded forms of two neighbours, in their order.
bool is_listed_pair(std::string_view folded_left, std::string_view folded_right);

/// The same for the indexer, which asks for every token: a hash table, built in a few milliseconds.
///
///   listed_pairs().has(folded_hash("xay"), folded_hash("dung")) == true
///
/// Errors   none. Two pairs may have one hash, which makes a pair a term that is none of the lists; with 64 bits and
///          40,000 pairs this has not been seen.
/// Threads  any number of readers: the table does not change after it was built.
class ListedPairs {
 public:
  ListedPairs();

  /// Takes the hashes of both folded forms (folded_hash.h).
  [[nodiscard]] bool has(std::uint64_t left, std::uint64_t right) const {
    return table_.contains(slot_of(left, right));
  }

 private:
  struct Slot {
    std::uint64_t pair = 0;

    [[nodiscard]] bool is_free() const { return pair == 0; }
    [[nodiscard]] bool is_same(const Slot& other) const { return pair == other.pair; }
    [[nodiscard]] std::uint64_t hash() const { return pair; }
  };

  static Slot slot_of(std::uint64_t left, std::uint64_t right) {
    const std::uint64_t pair = pair_hash(left, right);
    return {pair == 0 ? 1 : pair};
  }
  void add(std::string_view left, std::string_view right);

  /// Three times as many slots as there are pairs, so that it never grows.
  FlatTable<Slot> table_{std::size_t{1} << 17U};
};

/// The table of this program, built at the first call.
const ListedPairs& listed_pairs();

}  // namespace timbao
