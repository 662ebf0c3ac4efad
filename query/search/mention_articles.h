// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "query/search/search_context.h"

namespace timbao {

/// An article whose mentions are gathered: its document, and its sort key (slot::kNewest), which ends with its id.
struct MentionArticle {
  Xapian::docid document = 0;
  std::string newest_key;

  /// The article id as the index holds it in its keys.
  [[nodiscard]] std::string bounded_id() const;
};

/// The articles that the total counts, in the order in which their mentions are sorted by date: the newest first,
/// articles without a date last, and of equal times by id.
///
/// Takes    the context of a search.
/// Errors   Xapian::Error, and Error(index_failed), where the index is damaged.
/// Source   docs/mentions.md. Covered by mentions_oracle_test.
std::vector<MentionArticle> mention_articles(const SearchContext& context);

}  // namespace timbao
