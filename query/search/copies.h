// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <set>
#include <string>
#include <vector>

#include "query/search/ranked_article.h"
#include "query/search/search_context.h"

namespace timbao {

/// The stories that a list of hits already shows, so that a story that two segments of the ranking find is shown once.
///
///   if (stories.add(archive, hit.document)) hits.push_back(hit);
///
/// Source   docs/index-format.md, "Collapse key". Covered by search_collapse_test.
/// Threads  one a thread.
class ShownStories {
 public:
  /// Takes    the open archive and a document of it.
  /// Returns  whether no article of the same collapse key was added before. One without a key is a story of its own.
  /// Errors   Xapian::Error where the index is damaged.
  bool add(const OpenArchive& archive, Xapian::docid document);

 private:
  std::set<std::string> keys_;
};

/// Sets RankedArticle::copies of each hit: how many other articles of its collapse key are hits too.
///
/// Takes    the context of a search and its hits, each of another story.
/// Errors   Xapian::Error, and Error(index_failed), where the index is damaged.
/// Source   Xapian's own count of collapsed documents covers only those that it looked at before the page was full, so
///          the values of all articles are read. Covered by search_collapse_test.
void count_copies(const SearchContext& context, std::vector<RankedArticle>& hits);

}  // namespace timbao
