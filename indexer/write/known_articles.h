// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "indexer/input/article/article.h"
#include "indexer/ledger/article_key.h"
#include "indexer/write/article_writer.h"

namespace timbao {

/// How an article stands to the generation before. Unchanged means: the same id, content and path.
enum class Standing : std::uint8_t { absent, changed, unchanged };

/// What the writer knows of an article beside its text. It is found out once, by KnownArticles::look_up, and travels
/// with the article to the document that is made of it.
struct KnownArticle {
  std::string content_hash;  ///< 16 bytes over everything but the path: slot::kContentHash
  std::string path_term;     ///< empty where the article has no path
  Standing standing = Standing::absent;
  Xapian::docid document = 0;  ///< of the generation before of its shard; 0 where it is absent
  std::string first_indexed;   ///< slot::kFirstIndexed: of the document before, else of this run
};

/// An article on its way into the index, with everything that is known of it by now.
///
///   the visit of its file sets   read, key, occurrence
///   KnownArticles sets           known
struct IncomingArticle {
  ReadArticle read;
  ArticleKey key;
  Occurrence occurrence = Occurrence::first;
  std::optional<KnownArticle> known;
};

/// What the document of an article is told by, beside its text.
///
/// Takes    an article that was looked up, which outlives the result, and its place in the run.
DocumentIdentity identity_of(const IncomingArticle& incoming, std::uint64_t place);

/// Where it is looked up what is known of an article: the paths of generations, one for each shard.
struct KnownFrom {
  std::vector<std::string> current;   ///< those upon which the run builds; none where there is no index
  std::vector<std::string> replaced;  ///< those in whose place new ones come: they tell only when articles came
  std::int64_t moment = 0;            ///< of the run, in seconds since 1970
};

/// What the current generations hold of articles that are read again.
///
///   const KnownArticles known({{generation}, {}, moment});
///   known.look_up(incoming);
///   if (incoming.known->standing == Standing::unchanged) …
///
/// Takes    paths; without a current generation every article is absent. The writer's lock is held, so the generations do
///          not change meanwhile.
/// Errors   Xapian::Error.
/// Threads  one thread; each thread opens its own.
/// Source   docs/index-format.md, "Value slots"; known_articles_test.
class KnownArticles {
 public:
  explicit KnownArticles(const KnownFrom& from);

  /// Sets `known`, unless an earlier sink has done so.
  void look_up(IncomingArticle& incoming) const;

 private:
  using Shards = std::vector<Xapian::Database>;
  static Shards open_all(const std::vector<std::string>& paths);
  /// The document of an id, with its number in its shard; 0 where there is none.
  static std::pair<Xapian::docid, Xapian::Document> find(const Shards& shards, const std::string& id_term);

  /// When an article that is absent was first indexed.
  [[nodiscard]] std::string first_indexed(const std::string& id_term) const;

  Shards current_, replaced_;
  std::string now_;  // as slot::kFirstIndexed has it
};

}  // namespace timbao
