// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>

namespace timbao {

/// The guard against damaged tables. Xapian 1.4.22 does what a block says without checking that it can be true. With
/// single bits flipped, measured: an odd end of a block's directory ends in an endless loop, a wrong place of an item in
/// a read past the end of the block. So every block of a table is checked as it is read.
///
/// glass_guard.cc defines pread() for the whole program, and the shared library libxapian reads its blocks by it, since a
/// program's symbols come first. The read of a block of a file *.glass that cannot be sound (glass_table.h) fails with
/// EUCLEAN, which Xapian reports as an error. Everything else is read as usual. Checking a block takes 1.5 us in the
/// postlist table of 10,000 articles and 0.1 us in the termlist table, so each thread remembers which it has checked.
///
/// The guard is a build option, TIMBAO_GUARD. It is off for a Xapian that needs no guard: then no_guard.cc takes the
/// place of glass_guard.cc, glass_open.cc, inflate_guard.cc and sync_watch.cc, and no function of the system is replaced.
///
/// Threads  any; each remembers its own blocks.
/// Source   xapian-core/backends/glass/glass_table.cc (1.4.22). Covered by glass_guard_test, tests/damage and
///          damaged_table_fuzz; bench/hostile_index.py damages whole indexes.

/// Whether this program was built with the guard.
bool is_guarded();

/// How many blocks the calling thread has read by the guard's pread(), sound or not; 0 without the guard. It rises when
/// Xapian opens a database that holds anything (guard_check.h).
std::uint64_t blocks_read_by_this_thread();

/// While one is alive, its thread reads blocks without checks. This is for small databases that the program has just
/// written itself, and whose blocks it reads once to merge them.
///
///   const UnguardedReads of_own_parts;
///   merge_databases(parts, merged);
class UnguardedReads {
 public:
  UnguardedReads();
  ~UnguardedReads();
  UnguardedReads(const UnguardedReads&) = delete;
  UnguardedReads& operator=(const UnguardedReads&) = delete;
};

}  // namespace timbao
