// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace timbao {

/// Xapian 1.4.22 follows what a damaged file says without looking whether it can be. With single bits flipped, tried:
/// a tree of 17 levels in `iamglass` ends in a segmentation fault, an odd end of a block's directory in a loop that
/// never ends, a wrong place of an item in a read past the block. So what Xapian takes on trust is looked at before:
/// the file of versions when a database is opened, and every block of a table as it is read.
///
/// For the second, this file defines pread() for the whole program, which Xapian reads its blocks with. A block of a
/// file *.glass that cannot be sound (glass_table.h) is a read that fails with EUCLEAN, which Xapian reports as an
/// error. Anything else is read as ever. A block takes 1.5 us to look at in the postlist table of 10,000 articles,
/// 0.1 us in the termlist table, so each thread remembers which it has looked at.
///
/// Source   xapian-core/backends/glass/glass_version.cc (the layout of the file of versions).

/// Looks whether a generation's file of versions can be true: each table's root block stands in its file, with blocks
/// of a size that there is, of not too many levels.
///
/// Takes    a generation's folder. What Xapian refuses itself (no such file, another magic) is passed over.
/// Returns  the revision that it names; 0 where it was passed over.
/// Errors   Xapian::DatabaseCorruptError where it cannot.
std::uint64_t check_version_file(const std::string& generation);

/// While one lives, its thread reads tables that this program has just written: blocks are not looked at. For building
/// small databases, whose blocks are read and written over and over.
class UnguardedReads {
 public:
  UnguardedReads();
  ~UnguardedReads();
  UnguardedReads(const UnguardedReads&) = delete;
  UnguardedReads& operator=(const UnguardedReads&) = delete;
};

}  // namespace timbao
