// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace timbao {

/// A set of hashes, in 8 to 27 bytes each: a million ids of a run fit in some 16 MB.
///
///   IdHashes seen; seen.insert(7) == true; seen.insert(7) == false
class IdHashes {
 public:
  /// Adds a hash. Returns whether it is new.
  bool insert(std::uint64_t hash) {
    if (used_ * 5 >= slots_.size() * 3) grow();
    if (!place(slots_, hash == kFree ? kFree + 1 : hash)) return false;
    ++used_;
    return true;
  }

 private:
  static constexpr std::uint64_t kFree = 0;

  static bool place(std::vector<std::uint64_t>& slots, std::uint64_t hash) {
    std::size_t at = hash & (slots.size() - 1);
    for (; slots[at] != kFree; at = (at + 1) & (slots.size() - 1))
      if (slots[at] == hash) return false;
    slots[at] = hash;
    return true;
  }

  void grow() {
    std::vector<std::uint64_t> larger(slots_.size() * 2, kFree);
    for (const std::uint64_t hash : slots_)
      if (hash != kFree) place(larger, hash);
    slots_ = std::move(larger);
  }

  std::vector<std::uint64_t> slots_ = std::vector<std::uint64_t>(1024, kFree);  // a power of two
  std::size_t used_ = 0;
};

}  // namespace timbao
