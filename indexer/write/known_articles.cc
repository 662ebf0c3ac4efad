// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/write/known_articles.h"

#include <utility>

#include "common/index/document_terms.h"
#include "common/index/moment_key.h"
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

DocumentIdentity identity_of(const IncomingArticle& incoming, std::uint64_t place) {
  const KnownArticle& known = *incoming.known;
  return {incoming.key.id_term, known.path_term, known.content_hash, place, known.first_indexed};
}

KnownArticles::KnownArticles(const KnownFrom& from) : now_(moment_key(from.moment)) {
  if (!from.generation.empty()) database_ = open_database(from.generation);
  if (!from.replaced.empty()) replaced_ = open_database(from.replaced);
}

std::string KnownArticles::first_indexed(const std::string& id_term) const {
  const Xapian::PostingIterator posting = replaced_.postlist_begin(id_term);
  if (posting == replaced_.postlist_end(id_term)) return now_;
  return replaced_.get_document(*posting).get_value(slot::kFirstIndexed);
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
    const Xapian::Document before = database_.get_document(known.document);
    known.standing = standing_of(known, before);
    known.first_indexed = before.get_value(slot::kFirstIndexed);
  } else {
    known.first_indexed = first_indexed(incoming.key.id_term);
  }
  incoming.known = std::move(known);
}

}  // namespace timbao
