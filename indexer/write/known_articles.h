// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <optional>
#include <string>

#include "indexer/input/article/article.h"
#include "indexer/ledger/article_key.h"

namespace timbao {

/// How an article stands to the generation before. Unchanged means: the same id, content and path.
enum class Standing : std::uint8_t { absent, changed, unchanged };

/// What the writer knows of an article beside its text. It is found out once, by KnownArticles::look_up, and travels
/// with the article to the document that is made of it.
struct KnownArticle {
  std::string content_hash;  ///< 16 bytes over everything but the path: slot::kContentHash
  std::string path_term;     ///< empty where the article has no path
  Standing standing = Standing::absent;
  Xapian::docid document = 0;  ///< of the generation before; 0 where it is absent
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

/// What the current generation holds of articles that are read again.
///
///   const KnownArticles known(generation);
///   known.look_up(incoming);
///   if (incoming.known->standing == Standing::unchanged) …
///
/// Takes    the path of the generation; empty where there is none yet, so that every article is absent. The writer's
///          lock is held, so the generation does not change meanwhile.
/// Errors   Xapian::Error.
/// Threads  one thread; each thread opens its own.
/// Source   docs/index-format.md, "Value slots"; known_articles_test.
class KnownArticles {
 public:
  explicit KnownArticles(const std::string& generation);

  /// Sets `known`, unless an earlier sink has done so.
  void look_up(IncomingArticle& incoming) const;

 private:
  Xapian::Database database_;
};

}  // namespace timbao
