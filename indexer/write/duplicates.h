// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

namespace timbao {

/// What came of the articles that a merged database held more than once.
struct DuplicateCounts {
  std::uint64_t updated = 0;     ///< old ones that a new one replaced
  std::uint64_t unchanged = 0;   ///< new ones that said what the old one did
  std::uint64_t removed = 0;     ///< documents that are gone now
  std::uint64_t superseded = 0;  ///< articles that were unchanged, until another one of their id came in the same run
  std::set<std::string> contested;  ///< path terms of files between which an id stood more than once
};

/// How often ids came again in a run, beside the first time, by ArticleKey::hash; ids that came once are left out.
using RepeatCounts = std::unordered_map<std::uint64_t, std::uint64_t>;

/// What is known of the documents of a merged database.
struct MergedDocuments {
  Xapian::docid last_old = 0;  ///< the greatest docid of the generation before, whose documents come first
  const RepeatCounts& repeats;
};

/// Leaves one document for each id in a database that nobody reads yet: a new document rather than an old one, and
/// among new ones that with the greatest place in the run.
///
/// Takes    the database's directory, and what is known of its documents.
/// Errors   Xapian::Error.
DuplicateCounts remove_duplicates(const std::string& database, const MergedDocuments& documents);

/// Deletes the documents of id terms in a database that nobody reads yet; those that it does not have do not count.
///
/// Returns  how many are gone.
/// Errors   Xapian::Error.
std::uint64_t delete_articles(const std::string& database, const std::vector<std::string>& id_terms);

}  // namespace timbao
