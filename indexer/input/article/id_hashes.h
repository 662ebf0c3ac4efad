// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>

#include "common/base/flat_table.h"

namespace timbao {

/// A set of hashes, in 16 to 32 bytes each: a million ids of a run fit in 16 MB.
///
///   IdHashes seen; seen.insert(7) == true; seen.insert(7) == false; seen.contains(7) == true
///
/// Takes    hashes of 64 bits. 0 and 1 count as one.
/// Errors   none.
/// Source   covered by id_hashes_test.
class IdHashes {
 public:
  /// Adds a hash. Returns whether it is new.
  bool insert(std::uint64_t hash) { return table_.find_or_add(slot_of(hash)).is_new; }
  [[nodiscard]] bool contains(std::uint64_t hash) const { return table_.contains(slot_of(hash)); }

 private:
  struct Slot {
    std::uint64_t value = 0;  // 0: free

    [[nodiscard]] bool is_free() const { return value == 0; }
    [[nodiscard]] bool is_same(const Slot& other) const { return value == other.value; }
    [[nodiscard]] std::uint64_t hash() const { return value; }
  };
  static Slot slot_of(std::uint64_t hash) { return {hash == 0 ? 1 : hash}; }

  FlatTable<Slot> table_;
};

}  // namespace timbao
