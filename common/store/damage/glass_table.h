// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace timbao {

/// What one of Xapian's tables looks like from outside: a file *.glass of blocks.
///
/// Source   xapian-core/backends/glass: glass_table.h and the comment at the top of glass_table.cc (a block's layout),
///          glass_check.cc (what must hold in one).

inline constexpr unsigned kMostTreeLevels = 9;  ///< above the leaves; Xapian keeps a place for ten in all
inline constexpr std::size_t kLeastBlockBytes = 2048, kGreatestBlockBytes = 65536;

/// Whether blocks of this size exist: a power of two.
bool is_block_size(std::size_t bytes);

/// Whether what a block of a table says of itself fits: its directory and its items stand inside it and leave as much
/// free as it says.
bool is_sound_block(std::string_view block);

/// Whether an open file is a table, by its name; also one that has been removed. It takes a look into /proc.
bool is_table(int file);

}  // namespace timbao
