// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

#include "common/base/flat_table.h"

namespace timbao {

/// The term of each pair of folded forms, by the numbers of the two forms. TermMaker looks here for every pair of a
/// text that is a term, so that it makes the term's text once.
///
///   std::uint32_t& term = table.term(left, right); if (term == PairTable::kNoTerm) term = …
///
/// Errors   none.
/// Threads  one table a thread.
/// Source   Covered by term_maker_test.
class PairTable {
 public:
  static constexpr std::uint32_t kNoTerm = 0xFFFFFFFF;

  /// The term of a pair, which the caller may set; kNoTerm where the pair is new. Valid until the next call.
  std::uint32_t& term(std::uint32_t left, std::uint32_t right) {
    return table_.find_or_add({(std::uint64_t{left} << 32U) | right, kNoTerm}).slot.term;
  }

  [[nodiscard]] std::size_t size() const { return table_.size(); }

 private:
  static constexpr std::uint64_t kFree = ~std::uint64_t{0};  // a pair of two numbers that no form has
  struct Slot {
    std::uint64_t pair = kFree;
    std::uint32_t term = kNoTerm;

    [[nodiscard]] bool is_free() const { return pair == kFree; }
    [[nodiscard]] bool is_same(const Slot& other) const { return pair == other.pair; }
    /// Fibonacci hashing: numbers of forms are small and dense, and the high bits of this product are mixed.
    [[nodiscard]] std::uint64_t hash() const { return (pair * 0x9E3779B97F4A7C15U) >> 32U; }
  };

  FlatTable<Slot> table_{std::size_t{1} << 12U};
};

}  // namespace timbao
