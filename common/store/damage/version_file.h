// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace timbao {

/// What a generation's version file (iamglass) says, as far as this program uses it.
struct VersionFile {
  std::uint64_t revision = 0;  ///< how often the database was committed
  bool has_postings = false;   ///< the table of posting lists has a root block, which Xapian reads as it opens it
};

/// Checks that a generation's version file can be true: each table's root block lies within its file, its blocks have a
/// size that exists, and its tree has no more levels than Xapian keeps places for. Xapian 1.4.22 checks none of this: a
/// tree of 17 levels ends it by a segmentation fault.
///
///   const std::optional<VersionFile> file = check_version_file("/var/lib/timbao/g7");
///
/// Takes    the path of a generation.
/// Returns  nothing for a file that Xapian refuses by itself: one that is missing, too short, or of another magic.
/// Errors   Xapian::DatabaseCorruptError where the file cannot be true.
/// Source   xapian-core/backends/glass/glass_version.cc (1.4.22). Covered by bit_flip_test and version_file_fuzz.
std::optional<VersionFile> check_version_file(const std::string& generation);

}  // namespace timbao
