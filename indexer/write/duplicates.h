// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

namespace timbao {

/// What became of the articles that a merged database held more than once.
struct DuplicateCounts {
  std::uint64_t updated = 0;        ///< old articles that a new one replaced
  std::uint64_t unchanged = 0;      ///< new articles that say the same as the old one
  std::uint64_t removed = 0;        ///< documents that were deleted
  std::uint64_t superseded = 0;     ///< articles that were unchanged until another one of their id came in the same run
  std::set<std::string> contested;  ///< path terms of files of which more than one gave the same id
};

/// How often ids came again in a run, beside the first time, by ArticleKey::hash; ids that came once are left out.
using RepeatCounts = std::unordered_map<std::uint64_t, std::uint64_t>;

/// What is known of the documents of a merged database.
struct MergedDocuments {
  Xapian::docid last_old = 0;  ///< the greatest docid of the generation before, whose documents come first
  const RepeatCounts& repeats;
};

/// Deletes all but one document of each id in a database that nobody reads yet; the caller commits. A new document stays rather than an old
/// one, and of several new ones that with the greatest place in the run.
///
///   const DuplicateCounts counts = remove_duplicates(merged, {last_old, repeats});
///
/// Takes    the database, in which documents may be that are not committed, and what is known of its documents.
/// Returns  what that means for the articles: the same counts as a transaction in place gives.
/// Errors   Xapian::Error.
/// Source   in_place_sink_test compares the counts of both ways; aside_sink_test.
DuplicateCounts remove_duplicates(Xapian::WritableDatabase& database, const MergedDocuments& documents);

/// Deletes the documents of id terms in a database that nobody reads yet; the caller commits.
///
/// Takes    the database, and terms; a term that it does not have is passed over.
/// Returns  how many documents were deleted.
/// Errors   Xapian::Error.
/// Source   in_place_sink_test.
std::uint64_t delete_articles(Xapian::WritableDatabase& database, const std::vector<std::string>& id_terms);

}  // namespace timbao
