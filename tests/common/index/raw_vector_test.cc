// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/raw_vector.h"

#include <gtest/gtest.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory_resource>

namespace timbao {
namespace {

/// Whether an address is in a block of memory.
bool is_in(const void* address, const std::array<std::byte, 256>& block) {
  const auto* const at = static_cast<const std::byte*>(address);
  return at >= block.data() && at < block.data() + block.size();
}

TEST(RawVector, KeepsTheValuesItIsGiven) {
  RawVector<std::uint16_t> numbers{7, 8};
  numbers.push_back(9);
  numbers.resize(4);
  numbers[3] = 10;
  EXPECT_EQ(numbers, (RawVector<std::uint16_t>{7, 8, 9, 10}));
}

TEST(RawVector, LeavesNewElementsAsTheMemoryIs) {
  std::array<std::byte, 256> block;
  block.fill(std::byte{0x11});
  std::pmr::monotonic_buffer_resource arena(block.data(), block.size(), std::pmr::null_memory_resource());
  const RawVector<std::uint16_t> numbers(4, UnsetAllocator<std::uint16_t>(&arena));
  for (const std::uint16_t number : numbers) EXPECT_EQ(number, 0x1111);
}

TEST(RawVector, IsCopiedIntoOtherMemory) {
  std::array<std::byte, 256> block{};
  std::pmr::monotonic_buffer_resource arena(block.data(), block.size(), std::pmr::null_memory_resource());
  const RawVector<std::uint32_t> numbers{1, 2, 3};
  const RawVector<std::uint32_t> copy = copied(numbers, &arena);
  EXPECT_EQ(copy, numbers);
  EXPECT_TRUE(is_in(copy.data(), block));
  EXPECT_TRUE(copied(RawVector<std::uint32_t>(), &arena).empty());
}

}  // namespace
}  // namespace timbao
