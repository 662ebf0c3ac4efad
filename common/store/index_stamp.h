// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace timbao {

/// What tells one published state of an index from the next: every publication, in place or aside, replaces the stub or
/// the version file of the current generation, and so changes an inode or a time.
///
///   const IndexStamp before = index_stamp_of(directory);
///   read(directory);
///   if (!is_still(before, directory)) read_again();
struct IndexStamp {
  /// What identifies one state of a file; all zero where it cannot be examined.
  struct File {
    std::uint64_t inode = 0;
    std::int64_t seconds = 0, nanoseconds = 0;  ///< of its last change
  };
  std::string generation;   ///< the current one; empty where there is none
  File stub, version_file;  ///< DIR/XAPIANDB and DIR/GENERATION/iamglass
};

/// The stamp of DIR as it is now.
///
/// Errors   none: what cannot be read leaves its part of the stamp empty.
IndexStamp index_stamp_of(const std::string& directory);

/// Whether nobody has published in DIR since a stamp was taken. It takes two system calls.
bool is_still(const IndexStamp& stamp, const std::string& directory);

}  // namespace timbao
