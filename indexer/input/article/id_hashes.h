// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace timbao {

/// A set of hashes, in 8 to 27 bytes each: a million ids of a run fit in some 16 MB.
///
///   IdHashes seen; seen.insert(7) == true; seen.insert(7) == false; seen.contains(7) == true
class IdHashes {
 public:
  /// Adds a hash. Returns whether it is new.
  bool insert(std::uint64_t hash) {
    if (used_ * 5 >= slots_.size() * 3) grow();
    if (!place(slots_, usable(hash))) return false;
    ++used_;
    return true;
  }

  [[nodiscard]] bool contains(std::uint64_t hash) const {
    hash = usable(hash);
    std::size_t at = hash & (slots_.size() - 1);
    while (slots_[at] != kFree && slots_[at] != hash) at = (at + 1) & (slots_.size() - 1);
    return slots_[at] == hash;
  }

  [[nodiscard]] std::size_t size() const { return used_; }

 private:
  static constexpr std::uint64_t kFree = 0;
  static std::uint64_t usable(std::uint64_t hash) { return hash == kFree ? kFree + 1 : hash; }

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
