// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/write/known_articles.h"

#include <utility>

#include "common/index/document_terms.h"
#include "common/index/schema.h"
#include "common/index/stored.h"
#include "common/index/terms.h"
#include "common/store/open_index.h"

namespace timbao {
namespace {

Standing standing_of(const KnownArticle& known, const Xapian::Document& before) {
  const bool is_unchanged =
      before.get_value(slot::kContentHash) == known.content_hash && path_term_of(before) == known.path_term;
  return is_unchanged ? Standing::unchanged : Standing::changed;
}

}  // namespace

KnownArticles::KnownArticles(const std::string& generation) {
  if (!generation.empty()) database_ = open_database(generation);
}

void KnownArticles::look_up(IncomingArticle& incoming) const {
  if (incoming.known) return;
  const Article& article = incoming.read.article;
  KnownArticle known;
  known.content_hash = content_hash(article);
  if (!article.path.empty()) known.path_term = path_term(file_of_path(article.path));
  const Xapian::PostingIterator posting = database_.postlist_begin(incoming.key.id_term);
  if (posting != database_.postlist_end(incoming.key.id_term)) {
    known.document = *posting;
    known.standing = standing_of(known, database_.get_document(known.document));
  }
  incoming.known = std::move(known);
}

}  // namespace timbao
