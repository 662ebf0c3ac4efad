// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: a FlatTable holds what was added to it, each key once, however full it is and however its hashes collide.
#include "common/base/flat_table.h"

#include <gtest/gtest.h>

#include <random>
#include <unordered_map>

namespace timbao {
namespace {

struct Slot {
  std::uint64_t key = 0;
  int value = 0;

  [[nodiscard]] bool is_free() const { return key == 0; }
  [[nodiscard]] bool is_same(const Slot& other) const { return key == other.key; }
  [[nodiscard]] std::uint64_t hash() const { return key; }
};

/// A slot of which every key has the same hash.
struct CollidingSlot : Slot {
  [[nodiscard]] std::uint64_t hash() const { return 0xFFFFFFFFFFFFFFFF; }
};

TEST(FlatTable, SaysWhetherAKeyIsNew) {
  FlatTable<Slot> table;
  EXPECT_FALSE(table.contains({7}));
  EXPECT_TRUE(table.find_or_add({7, 1}).is_new);
  const auto again = table.find_or_add({7, 2});
  EXPECT_FALSE(again.is_new);
  EXPECT_EQ(again.slot.value, 1) << "the slot that was there stays";
  again.slot.value = 3;
  EXPECT_EQ(table.find_or_add({7}).slot.value, 3) << "a slot's value may be set";
  EXPECT_TRUE(table.contains({7}));
  EXPECT_EQ(table.size(), 1U);
}

TEST(FlatTable, HoldsWhatAMapHolds) {
  std::mt19937_64 random(11);
  FlatTable<Slot> table(2);
  std::unordered_map<std::uint64_t, int> map;
  for (int i = 0; i < 200'000; ++i) {
    const std::uint64_t key = 1 + random() % 50'000;
    EXPECT_EQ(table.find_or_add({key, i}).is_new, map.emplace(key, i).second);
  }
  EXPECT_EQ(table.size(), map.size());
  for (std::uint64_t key = 1; key <= 50'001; ++key) {
    const Slot* slot = table.find(key, [key](const Slot& other) { return other.key == key; });
    ASSERT_EQ(slot != nullptr, map.count(key) == 1) << key;
    if (slot != nullptr) {
      ASSERT_EQ(slot->value, map[key]) << key;
    }
  }
}

TEST(FlatTable, KeepsKeysApartWhoseHashesAreEqual) {
  FlatTable<CollidingSlot> table(4);
  for (std::uint64_t key = 1; key <= 300; ++key) EXPECT_TRUE(table.find_or_add({{key, static_cast<int>(key)}}).is_new);
  for (std::uint64_t key = 1; key <= 300; ++key) EXPECT_FALSE(table.find_or_add({{key}}).is_new);
  EXPECT_FALSE(table.contains({{301}}));
  EXPECT_EQ(table.size(), 300U);
}

}  // namespace
}  // namespace timbao
