// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <vector>

namespace timbao {

/// The terms of pairs of folded forms, by numbers of these: asked for every pair that is a term.
///
///   std::uint32_t& term = table.term(left, right); if (term == PairTable::kNoTerm) term = ...
class PairTable {
 public:
  static constexpr std::uint32_t kNoTerm = 0xFFFFFFFF;

  /// The term of a pair, kNoTerm where it is new. Valid until the next call.
  std::uint32_t& term(std::uint32_t left, std::uint32_t right) {
    if (2 * size_ >= entries_.size()) grow();
    return place_of((std::uint64_t{left} << 32U) | right).term;
  }

  [[nodiscard]] std::size_t size() const { return size_; }

 private:
  static constexpr std::uint64_t kEmpty = ~std::uint64_t{0};
  struct Entry {
    std::uint64_t key = kEmpty;
    std::uint32_t term = kNoTerm;
  };

  Entry& place_of(std::uint64_t key) {
    constexpr std::uint64_t kGolden = 0x9E3779B97F4A7C15U;  // Fibonacci hashing: the high bits of the product are mixed
    const std::size_t mask = entries_.size() - 1;
    std::size_t place = static_cast<std::size_t>((key * kGolden) >> 32U) & mask;
    while (entries_[place].key != key && entries_[place].key != kEmpty) place = (place + 1) & mask;
    if (entries_[place].key == kEmpty) {
      entries_[place].key = key;
      ++size_;
    }
    return entries_[place];
  }

  void grow() {
    std::vector<Entry> old(entries_.size() * 2);
    old.swap(entries_);
    size_ = 0;
    for (const Entry& taken : old)
      if (taken.key != kEmpty) place_of(taken.key) = taken;
  }

  std::vector<Entry> entries_ = std::vector<Entry>(1U << 12U);
  std::size_t size_ = 0;
};

}  // namespace timbao
