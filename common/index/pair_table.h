// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace timbao {

/// The numbers of pair terms, by the numbers of their two folded forms. TermMaker asks it for every pair of an article
/// that is a term, so it is a hash table in one vector (open addressing, at most half full): a lookup reads one cache
/// line in most cases, and the text of a pair term is built once.
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
    if (2 * size_ >= entries_.size()) grow();
    return entry_of((std::uint64_t{left} << 32U) | right).term;
  }

  /// How many pairs it holds.
  [[nodiscard]] std::size_t size() const { return size_; }

 private:
  static constexpr std::uint64_t kEmpty = ~std::uint64_t{0};
  struct Entry {
    std::uint64_t key = kEmpty;
    std::uint32_t term = kNoTerm;
  };

  Entry& entry_of(std::uint64_t key) {
    constexpr std::uint64_t kGolden =
        0x9E3779B97F4A7C15U;  // the high bits of the product depend on all bits of the key
    const std::size_t mask = entries_.size() - 1;
    std::size_t at = static_cast<std::size_t>((key * kGolden) >> 32U) & mask;
    while (entries_[at].key != key && entries_[at].key != kEmpty) at = (at + 1) & mask;
    if (entries_[at].key == kEmpty) {
      entries_[at].key = key;
      ++size_;
    }
    return entries_[at];
  }

  void grow() {
    std::vector<Entry> old(entries_.size() * 2);
    old.swap(entries_);
    size_ = 0;
    for (const Entry& taken : old)
      if (taken.key != kEmpty) entry_of(taken.key) = taken;
  }

  std::vector<Entry> entries_ = std::vector<Entry>(1U << 12U);
  std::size_t size_ = 0;
};

}  // namespace timbao
