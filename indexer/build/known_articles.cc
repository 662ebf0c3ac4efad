// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/build/known_articles.h"

#include "common/index/open_index.h"
#include "common/index/schema.h"
#include "common/index/stored.h"
#include "common/index/terms.h"

namespace timbao {

std::string path_term_of(const Xapian::Document& document) {
  Xapian::TermIterator term = document.termlist_begin();
  term.skip_to(std::string(prefix::kPath));
  if (term == document.termlist_end() || (*term).compare(0, prefix::kPath.size(), prefix::kPath) != 0) return {};
  return *term;
}

std::string id_term_of(const Xapian::Document& document) {
  const std::string ids(row_of(Field::id).prefix);
  Xapian::TermIterator term = document.termlist_begin();
  term.skip_to(ids);
  return term != document.termlist_end() && (*term).compare(0, ids.size(), ids) == 0 ? *term : std::string();
}

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
