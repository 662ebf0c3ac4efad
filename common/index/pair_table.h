// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

#include "common/base/flat_table.h"

namespace timbao {

/// The numbers of pair terms, by the numbers of their two folded forms. TermMaker asks it for every pair of an article
/// that is a term, so that the text of a pair term is built once; a lookup reads one cache line in most cases.
///
///   std::uint32_t& term = table.term(left, right);
///   if (term == PairTable::kNoTerm) term = number_of(pair_term(text_of(left), text_of(right)));
///
/// Errors   none. It grows as needed; TermMaker replaces it when it is large.
/// Threads  one.
/// Source   Fibonacci hashing: Knuth, The Art of Computer Programming, volume 3, section 6.4. Covered by term_maker_test,
///          which makes more pairs than the table begins with.
class PairTable {
 public:
  /// What a pair has for a term until it is set.
  static constexpr std::uint32_t kNoTerm = 0xFFFFFFFF;

  /// The term of a pair, to be read or set; kNoTerm for a pair that is new. The reference is valid until the next call.
  std::uint32_t& term(std::uint32_t left, std::uint32_t right) {
    return table_.find_or_add({(std::uint64_t{left} << 32U) | right, kNoTerm}).slot.term;
  }

  /// How many pairs it holds.
  [[nodiscard]] std::size_t size() const { return table_.size(); }

 private:
  static constexpr std::uint64_t kFree = ~std::uint64_t{0};  // a pair of two numbers that no form has

  struct Slot {
    std::uint64_t pair = kFree;
    std::uint32_t term = kNoTerm;

    [[nodiscard]] bool is_free() const { return pair == kFree; }
    [[nodiscard]] bool is_same(const Slot& other) const { return pair == other.pair; }
    /// The high half of the product, whose bits depend on all bits of the pair: numbers of forms are small and dense.
    [[nodiscard]] std::uint64_t hash() const { return (pair * 0x9E3779B97F4A7C15U) >> 32U; }
  };

  FlatTable<Slot> table_{std::size_t{1} << 12U};
};

}  // namespace timbao
