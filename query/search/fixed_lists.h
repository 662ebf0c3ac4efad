// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/store/index_reader.h"
#include "query/plan/prepared_question.h"
#include "query/request/answer.h"
#include "query/search/mention_articles.h"
#include "query/search/ranked_article.h"

namespace timbao {

/// Lists that are fixed in one state of the index. What they name is read one by one afterwards, when a writer may have
/// published, so each article is known by its index and its id.
///
/// Source   query/search/searcher.cc. Covered by search_indexes_test and tests/cli/remote_index_test.cc.

/// A hit of a list that is fixed first and shown later.
struct ListedHit {
  std::string id;  ///< the article id as the index holds it in its keys
  RankedArticle ranked;
  std::string index;  ///< the name of its index
};

/// The hits of one state of the index.
struct HitList {
  PreparedQuestion prepared;
  Answer answer;
  std::vector<ListedHit> hits;
  std::uint64_t times_opened = 0;
};

/// The articles of one state of the index whose mentions are gathered.
struct MentionList {
  PreparedQuestion prepared;
  Answer answer;
  std::vector<MentionArticle> articles;
  DocumentOwners owners;  ///< of the documents then
  std::uint64_t times_opened = 0;
};

}  // namespace timbao
