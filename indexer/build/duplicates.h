// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <set>
#include <string>
#include <vector>

namespace timbao {

/// What came of the articles that a merged database held more than once.
struct DuplicateCounts {
  std::uint64_t updated = 0;        ///< old ones that a new one replaced
  std::uint64_t unchanged = 0;      ///< new ones that said what the old one did
  std::uint64_t removed = 0;        ///< documents that are gone now
  std::set<std::string> contested;  ///< path terms of files between which an id stood more than once
};

/// Leaves one document for each id in a database that nobody reads yet.
///
/// Takes    the database's directory; the greatest docid of the generation before, whose documents come first. A new
/// document
///          goes before an old one; among new ones that with the greatest place in the run.
/// Errors   Xapian::Error.
DuplicateCounts remove_duplicates(const std::string& database, Xapian::docid last_old);

/// Deletes the documents of id terms in a database that nobody reads yet; those that it does not have do not count.
///
/// Returns  how many are gone.
/// Errors   Xapian::Error.
std::uint64_t delete_articles(const std::string& database, const std::vector<std::string>& id_terms);

}  // namespace timbao
