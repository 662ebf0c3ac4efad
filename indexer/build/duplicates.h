// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>

namespace timbao {

/// What came of the articles that a merged database held more than once.
struct DuplicateCounts {
  std::uint64_t updated = 0;    ///< old ones that a new one replaced
  std::uint64_t unchanged = 0;  ///< new ones that said what the old one did
  std::uint64_t removed = 0;    ///< documents that are gone now
};

/// Leaves one document for each id in a database that nobody reads yet.
///
/// Takes    the database's directory; the greatest docid of the generation before, whose documents come first. A new
/// document
///          goes before an old one; among new ones that with the greatest place in the run.
/// Errors   Xapian::Error.
DuplicateCounts remove_duplicates(const std::string& database, Xapian::docid last_old);

}  // namespace timbao
