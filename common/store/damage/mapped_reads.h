// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <sys/types.h>

#include <cstddef>

namespace timbao {

/// While one lives, what Xapian reads of a table is copied out of a mapping of the file, which takes half the time of a
/// system call. For programs that ask many questions: one alone is answered before a mapping pays, and its pages count
/// as memory of the process.
///
///   const MappedReads while_asking;
///   Xapian::Database database = open_database("/var/lib/timbao/g7");
///
/// It holds for every thread of the program, and changes nothing that Xapian sees: a writer's changes are seen as ever,
/// and whatever a mapping cannot give, the system is asked for, which knows the right error. So it is where the file
/// could not be mapped, where the address space is limited (ulimit -v; the heap needs it), and where the file was cut
/// short or its disk fails. That is SIGBUS, for which this sets a handler; what is not about a mapping of its own goes
/// to the handler that was there before. No thread may be reading a table while the last one is destroyed.
class MappedReads {
 public:
  MappedReads();
  ~MappedReads();
  MappedReads(const MappedReads&) = delete;
  MappedReads& operator=(const MappedReads&) = delete;
};

/// For pread() (glass_guard.cc): copies what pread() would read out of the file's mapping, which is made at the first
/// call for a descriptor. The first read of each block is left to the system: from a disk it brings that block, where a
/// mapping brings all around it.
///
/// Returns  whether it did. If not, `buffer` holds anything.
bool read_mapped(int file, void* buffer, std::size_t bytes, off_t from);

/// For close() (glass_guard.cc): the descriptor may soon stand for another file.
void forget_mapping(int file);

}  // namespace timbao
