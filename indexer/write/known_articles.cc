// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/write/known_articles.h"

#include <utility>

#include "common/index/document_terms.h"
#include "common/index/moment_key.h"
#include "common/index/schema.h"
#include "common/index/stored.h"
#include "common/index/terms.h"
#include "common/store/open_index.h"
#include "common/store/shards.h"

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

KnownArticles::KnownArticles(const KnownFrom& from)
    : current_(open_all(from.current)), replaced_(open_all(from.replaced)), now_(moment_key(from.moment)) {}

KnownArticles::Shards KnownArticles::open_all(const std::vector<std::string>& paths) {
  Shards shards;
  shards.reserve(paths.size());
  for (const std::string& path : paths) shards.push_back(open_database(path));
  return shards;
}

std::pair<Xapian::docid, Xapian::Document> KnownArticles::find(const Shards& shards, const std::string& id_term) {
  if (shards.empty()) return {};
  const Xapian::Database& shard = shards[shard_of_id(id_term, shards.size())];
  const Xapian::PostingIterator posting = shard.postlist_begin(id_term);
  if (posting == shard.postlist_end(id_term)) return {};
  return {*posting, shard.get_document(*posting)};
}

std::string KnownArticles::first_indexed(const std::string& id_term) const {
  const auto [number, replaced] = find(replaced_, id_term);
  return number == 0 ? now_ : replaced.get_value(slot::kFirstIndexed);
}

void KnownArticles::look_up(IncomingArticle& incoming) const {
  if (incoming.known) return;
  const Article& article = incoming.read.article;
  KnownArticle known;
  known.content_hash = content_hash(article);
  if (!article.path.empty()) known.path_term = path_term(file_of_path(article.path));
  const auto [number, before] = find(current_, incoming.key.id_term);
  known.document = number;
  if (number != 0) known.standing = standing_of(known, before);
  known.first_indexed = number == 0 ? first_indexed(incoming.key.id_term) : before.get_value(slot::kFirstIndexed);
  incoming.known = std::move(known);
}

}  // namespace timbao
