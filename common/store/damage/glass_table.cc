// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/store/damage/glass_table.h"

#include <sys/types.h>
#include <unistd.h>

#include <array>
#include <optional>
#include <string>

#include "common/base/ascii.h"
#include "common/store/damage/glass_names.h"

namespace timbao {
namespace {

constexpr std::size_t kLevelAt = 4, kFirstGapAt = 5, kFreeAt = 7, kDirectoryEndAt = 9, kDirectoryAt = 11;
constexpr unsigned kListOfFreeBlocks = 254;  // the level of a block that holds no items
constexpr unsigned kItemSizeMask = 0x1FFF, kIsFirstPart = 0x2000;
constexpr std::size_t kPairBytes = 2, kKeyLengthBytes = 1, kChildBytes = 4;

/// The bytes of one block. A place that is read must lie inside it.
class Block {
 public:
  explicit Block(std::string_view bytes) : bytes_(bytes) {}

  [[nodiscard]] std::size_t size() const { return bytes_.size(); }
  [[nodiscard]] unsigned byte(std::size_t at) const { return static_cast<unsigned char>(bytes_[at]); }
  [[nodiscard]] unsigned pair(std::size_t at) const { return byte(at) << 8U | byte(at + 1); }

  /// The length of an item of a leaf: two bytes of length and flags, the key's length, the key, the number of the part
  /// unless it is the first, and a piece of the tag. Nothing where it would not fit.
  [[nodiscard]] std::optional<std::size_t> leaf_item_bytes(std::size_t at) const {
    constexpr std::size_t kHead = kPairBytes + kKeyLengthBytes;
    if (at + kHead > size()) return std::nullopt;
    const std::size_t bytes = (pair(at) & kItemSizeMask) + kHead;
    const std::size_t number_bytes = (pair(at) & kIsFirstPart) != 0 ? 0 : kPairBytes;
    if (kHead + byte(at + kPairBytes) + number_bytes > bytes) return std::nullopt;
    return bytes;
  }

  /// The length of an item above the leaves: the number of a block, the key's length, the key, the number of the part.
  [[nodiscard]] std::optional<std::size_t> branch_item_bytes(std::size_t at) const {
    if (at + kChildBytes + kKeyLengthBytes > size()) return std::nullopt;
    return kChildBytes + kKeyLengthBytes + byte(at + kChildBytes) + kPairBytes;
  }

 private:
  std::string_view bytes_;
};

}  // namespace

bool is_block_size(std::size_t bytes) {
  return bytes >= kLeastBlockBytes && bytes <= kGreatestBlockBytes && (bytes & (bytes - 1)) == 0;
}

bool is_sound_block(std::string_view bytes) {
  const Block block(bytes);
  const unsigned level = block.byte(kLevelAt);
  if (level == kListOfFreeBlocks) return true;
  const std::size_t end = block.pair(kDirectoryEndAt), gap = block.pair(kFirstGapAt);
  if (level > kMostTreeLevels || end < kDirectoryAt || end > block.size() || end % 2 == 0) return false;
  std::size_t used = end;
  for (std::size_t entry = kDirectoryAt; entry < end; entry += kPairBytes) {
    const std::size_t at = block.pair(entry);
    const auto item = level == 0 ? block.leaf_item_bytes(at) : block.branch_item_bytes(at);
    if (at < end + gap || !item || at + *item > block.size()) return false;
    used += *item;
  }
  return used + block.pair(kFreeAt) == block.size();
}

bool is_table(int file) {
  constexpr std::string_view kRemoved = " (deleted)";  // which Linux appends
  std::array<char, 4096> path{};
  const ssize_t length = ::readlink(("/proc/self/fd/" + std::to_string(file)).c_str(), path.data(), path.size());
  std::string_view name(path.data(), length > 0 ? static_cast<std::size_t>(length) : 0);
  if (ends_with(name, kRemoved)) name.remove_suffix(kRemoved.size());
  return ends_with(name, kTableSuffix);
}

}  // namespace timbao
