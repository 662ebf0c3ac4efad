// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/mention_articles.h"

#include <algorithm>
#include <tuple>

#include "common/base/error.h"
#include "common/index/moment_key.h"
#include "common/index/schema.h"
#include "query/search/count.h"

namespace timbao {

std::string MentionArticle::bounded_id() const { return newest_key.substr(kMomentKeyBytes); }

std::vector<MentionArticle> mention_articles(const SearchContext& context) {
  const Xapian::Database& database = context.archive().database;
  std::vector<MentionArticle> articles;
  Xapian::ValueIterator at = database.valuestream_begin(slot::kNewest);
  const Xapian::ValueIterator end = database.valuestream_end(slot::kNewest);
  const std::vector<Xapian::docid> documents = counted_articles(context);
  articles.reserve(documents.size());
  for (const Xapian::docid document : documents) {
    if (at != end) at.skip_to(document);
    if (at == end || at.get_docid() != document || (*at).size() < kMomentKeyBytes)
      throw Error(ExitCode::index_failed, "the index is damaged: an article has no place in time",
                  "look what is wrong with: timbao-index check");
    articles.push_back({document, *at});
  }
  std::sort(articles.begin(), articles.end(), [](const MentionArticle& a, const MentionArticle& b) {
    return std::tie(a.newest_key, a.document) < std::tie(b.newest_key, b.document);
  });
  return articles;
}

}  // namespace timbao
