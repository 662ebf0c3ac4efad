// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace timbao {

/// A hash table whose slots lie in one vector: a look costs about one read of memory, and nothing is allocated but when
/// the table doubles. It only grows; nothing is ever taken out.
///
///   struct Slot {                             // what a table stores; Slot{} is free
///     std::uint64_t key = 0;
///     bool is_free() const { return key == 0; }
///     std::uint64_t hash() const { return key; }
///     bool is_same(const Slot& other) const { return key == other.key; }
///   };
///   FlatTable<Slot> table;
///   table.find_or_add({7}).is_new == true;    table.find_or_add({7}).is_new == false
///
/// Takes    slots that are small and can be copied. The low bits of hash() choose where a slot lies, so they must
///          differ between keys: a key that is no hash has to be mixed first.
/// Errors   none.
/// Threads  none of its own: one thread changes it; several may look while none changes it.
/// Source   open addressing with linear probing, at most half full, so that a look reads 1.5 slots on average where the
///          key is there and 2.5 where it is not (Knuth, volume 3, section 6.4). Covered by flat_table_test, which
///          compares it with std::unordered_map.
template <typename Slot>
class FlatTable {
 public:
  /// Takes the number of slots to begin with, a power of two.
  explicit FlatTable(std::size_t first_slots = std::size_t{1} << 10U) : slots_(first_slots) {}

  /// What find_or_add() gives: the slot, valid until the next one is added, and whether it was added now.
  struct Found {
    Slot& slot;
    bool is_new;
  };

  /// The slot that is the same as `wanted`; where none is, `wanted` is added. The caller may change what of the slot is
  /// not its key.
  Found find_or_add(const Slot& wanted) {
    if (2 * used_ >= slots_.size()) grow();
    Slot& slot = slots_[place_of(wanted.hash(), [&](const Slot& other) { return wanted.is_same(other); })];
    const bool is_new = slot.is_free();
    if (is_new) {
      slot = wanted;
      ++used_;
    }
    return {slot, is_new};
  }

  /// The slot with this hash for which `is_same(slot)` holds; null where there is none. For a key that is compared with
  /// more than a slot holds.
  template <typename IsSame>
  [[nodiscard]] const Slot* find(std::uint64_t hash, IsSame is_same) const {
    const Slot& slot = slots_[place_of(hash, is_same)];
    return slot.is_free() ? nullptr : &slot;
  }

  /// Whether a slot is the same as `wanted`: table.contains({7}).
  [[nodiscard]] bool contains(const Slot& wanted) const {
    return find(wanted.hash(), [&](const Slot& other) { return wanted.is_same(other); }) != nullptr;
  }

  /// How many slots were added.
  [[nodiscard]] std::size_t size() const { return used_; }

 private:
  /// Where the slot lies that is the same, or the free one at which it would.
  template <typename IsSame>
  [[nodiscard]] std::size_t place_of(std::uint64_t hash, IsSame is_same) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t place = static_cast<std::size_t>(hash) & mask;
    while (!slots_[place].is_free() && !is_same(slots_[place])) place = (place + 1) & mask;
    return place;
  }

  /// Doubles the table. Every slot gets a new place, because the places follow from the size.
  void grow() {
    std::vector<Slot> old(slots_.size() * 2);
    old.swap(slots_);
    for (const Slot& slot : old)
      if (!slot.is_free()) slots_[place_of(slot.hash(), [](const Slot&) { return false; })] = slot;
  }

  std::vector<Slot> slots_;
  std::size_t used_ = 0;
};

}  // namespace timbao
