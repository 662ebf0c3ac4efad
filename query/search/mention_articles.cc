// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/mention_articles.h"

#include <algorithm>
#include <tuple>

#include "common/index/schema.h"
#include "query/search/count.h"
#include "query/search/slot_walk.h"
#include "query/search/sort_key.h"

namespace timbao {

std::string MentionArticle::bounded_id() const { return bounded_id_of(newest_key); }

std::vector<MentionArticle> mention_articles(const SearchContext& context) {
  const Xapian::Database& database = context.archive().database;
  std::vector<MentionArticle> articles;
  SlotWalk keys(database, slot::kNewest);
  const std::vector<Xapian::docid> documents = counted_articles(context);
  articles.reserve(documents.size());
  for (const Xapian::docid document : documents)
    articles.push_back({document, sound_sort_key(keys.value_of(document))});
  std::sort(articles.begin(), articles.end(), [](const MentionArticle& a, const MentionArticle& b) {
    return std::tie(a.newest_key, a.document) < std::tie(b.newest_key, b.document);
  });
  return articles;
}

}  // namespace timbao
