// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace timbao::glass {

inline constexpr std::size_t kBlockBytes = 8192;

/// One block of a table while it is filled: a directory of items from the front, the items from the end.
///
///   Block block;
///   if (item.size() <= block.room()) block.add(item);
///   write(block.finish(0));        // and begins the next one
///
/// Takes    items in the order of their keys, none larger than the room.
/// Errors   none.
/// Source   xapian-core/backends/glass/glass_table.cc (1.4.22); glass_table.h of common/store/damage checks what is read.
class Block {
 public:
  Block() { clear(); }

  /// How large an item may be so that it still fits.
  [[nodiscard]] std::size_t room() const;
  [[nodiscard]] bool is_empty() const;
  void add(std::string_view item);

  /// Its bytes, complete; valid until the next call. The next item begins a new block.
  ///
  /// Takes  how many levels of the tree are below it: 0 for a leaf.
  std::string_view finish(unsigned level);

 private:
  void clear();

  std::string bytes_, finished_;
  std::size_t directory_end_ = 0, items_begin_ = 0;
};

}  // namespace timbao::glass
