// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <set>
#include <string>
#include <vector>

#include "query/search/match.h"
#include "query/search/pages.h"

namespace timbao {

/// The stories that a list of hits already shows, so that one that is found in two ways is shown once.
///
///   if (stories.add(database, hit.document)) hits.push_back(hit);
class ShownStories {
 public:
  /// Returns whether no article of the same collapse key was added before. One without a key is a story of its own.
  bool add(const Xapian::Database& database, Xapian::docid document);

 private:
  std::set<std::string> keys_;
};

/// Sets `copies` of each hit: how many other articles of its collapse key would be hits.
void count_copies(const Xapian::Database& database, const ClauseDecider& is_hit, std::vector<RankedArticle>& hits);

}  // namespace timbao
