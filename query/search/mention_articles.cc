// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/mention_articles.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "common/index/schema.h"
#include "query/search/article_data.h"
#include "query/search/count.h"
#include "query/search/sort_key.h"

namespace timbao {

std::string MentionArticle::bounded_id() const { return bounded_id_of(newest_key); }

std::vector<MentionArticle> mention_articles(const SearchContext& context) {
  const std::vector<Xapian::docid> documents = counted_articles(context);
  std::vector<std::string> keys = values_of(context.archive(), documents, slot::kNewest);
  std::vector<MentionArticle> articles;
  articles.reserve(documents.size());
  for (std::size_t i = 0; i < documents.size(); ++i)
    articles.push_back({documents[i], sound_sort_key(std::move(keys[i]))});
  std::sort(articles.begin(), articles.end(), [](const MentionArticle& a, const MentionArticle& b) {
    return std::tie(a.newest_key, a.document) < std::tie(b.newest_key, b.document);
  });
  return articles;
}

}  // namespace timbao
