// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/write/known_articles.h"

#include "common/index/document_terms.h"
#include "common/index/schema.h"
#include "common/index/stored.h"
#include "common/index/terms.h"
#include "common/store/open_index.h"

namespace timbao {

KnownArticles::KnownArticles(const std::string& generation) {
  if (!generation.empty()) database_ = open_database(generation);
}

Known find_known(const Xapian::Database& database, const Article& article) {
  const std::string term = id_term(article.id);
  const Xapian::PostingIterator posting = database.postlist_begin(term);
  if (posting == database.postlist_end(term)) return Known::no;
  const Xapian::Document document = database.get_document(*posting);
  if (document.get_value(slot::kContentHash) != content_hash(article)) return Known::changed;
  const std::string path = article.path.empty() ? std::string() : path_term(article.path);
  return path_term_of(document) == path ? Known::unchanged : Known::changed;
}

}  // namespace timbao
