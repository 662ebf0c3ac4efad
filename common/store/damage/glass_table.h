// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace timbao {

/// The layout of one of Xapian's tables, a file *.glass that consists of blocks, as far as a check needs it.
///
/// Source   xapian-core/backends/glass (1.4.22): glass_table.h and the comment at the top of glass_table.cc (the layout
///          of a block), glass_check.cc (what must hold in one). Covered by glass_guard_test and table_block_fuzz.

/// The most levels of a tree above its leaves: Xapian keeps places for ten levels in all.
inline constexpr unsigned kMostTreeLevels = 9;

/// The sizes of blocks that Xapian makes. All blocks of a table have one size; timbao's indexes have 8192 bytes.
inline constexpr std::size_t kLeastBlockBytes = 2048, kGreatestBlockBytes = 65536;

/// Whether blocks of this size exist: a power of two between the least and the greatest.
///
///   is_block_size(8192) == true     is_block_size(8191) == false
bool is_block_size(std::size_t bytes);

/// Whether what a block says of itself is consistent: its directory and its items lie inside the block, and leave as
/// many bytes free as its header says. A block that passes can be read without leaving it.
///
///   if (!is_sound_block({buffer, 8192})) return damaged;
///
/// Takes    a whole block, of a size that exists.
bool is_sound_block(std::string_view block);

/// Whether an open file is a table, by the name under which it was opened; also one that has been removed since. It
/// reads a link in /proc, so it is called only for blocks that are not sound.
bool is_table(int file);

}  // namespace timbao
