// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "common/store/damage/glass_table.h"
#include "tests/fuzz/require.h"

namespace {

using namespace timbao;
using fuzz::require;

constexpr std::size_t kLevelAt = 4, kDirectoryEndAt = 9, kDirectoryAt = 11;
constexpr unsigned kListOfFreeBlocks = 254, kItemSizeMask = 0x1FFF;

/// Reads a sound block as Xapian does, every byte of every item: a read past its end is one that AddressSanitizer sees.
unsigned read_items(const std::vector<unsigned char>& block) {
  const auto pair = [&](std::size_t at) { return static_cast<std::size_t>(block.at(at)) << 8U | block.at(at + 1); };
  if (block[kLevelAt] == kListOfFreeBlocks) return 0;
  unsigned sum = 0;
  for (std::size_t entry = kDirectoryAt; entry < pair(kDirectoryEndAt); entry += 2) {
    const std::size_t item = pair(entry);
    const bool is_leaf = block[kLevelAt] == 0;
    const std::size_t key = item + (is_leaf ? 2 : 4);
    const std::size_t end = is_leaf ? item + (pair(item) & kItemSizeMask) + 3 : key + 1 + block.at(key) + 2;
    require(key + 1 + block.at(key) <= end);
    for (std::size_t at = item; at < end; ++at) sum += block.at(at);
  }
  return sum;
}

}  // namespace

// Bytes as the beginning of a table's block of each size: what passes for sound can be read without leaving it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  for (std::size_t bytes = kLeastBlockBytes; bytes <= kGreatestBlockBytes; bytes *= 2) {
    require(is_block_size(bytes) && !is_block_size(bytes + 1));
    std::vector<unsigned char> block(data, data + std::min(size, bytes));
    block.resize(bytes);
    if (is_sound_block({reinterpret_cast<const char*>(block.data()), bytes})) static_cast<void>(read_items(block));
    if (bytes >= size) break;
  }
  return 0;
}
