// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <memory>
#include <memory_resource>
#include <string_view>
#include <unordered_map>

#include "common/index/article_tokens.h"

namespace timbao {

/// Caches the decoded token sequences of articles, so that the next query need not fetch and decode them again. When it
/// is full, the articles that were not used lately are dropped.
///
///   const ArticleTokens& tokens = cache.tokens_of(hit, database.get_document(hit));
///
/// Errors   Error(index_failed) where the token sequence of the article is damaged.
/// Source   docs/ranking.md, "Caches". Covered by token_cache_test.
/// Threads  one a thread.
class TokenCache {
 public:
  /// Takes    how many bytes it holds at most, not counting the article used last.
  explicit TokenCache(std::size_t most_bytes = kMostBytes) : most_bytes_(most_bytes) {}

  /// Drops everything if the database was opened again since the last call: documents may have other numbers now.
  ///
  /// Takes    IndexReader::times_opened().
  void clear_if_reopened(std::uint64_t times_opened);

  /// Returns  the tokens of an article, or null if they are not in the cache. Valid until the next call, as what the
  ///          other functions return.
  const ArticleTokens* find(Xapian::docid id);

  /// Whether another article pushes one out that may still be used.
  [[nodiscard]] bool is_full() const { return !old_->articles.empty(); }

  /// Decodes and caches the tokens of an article that is not in the cache.
  ///
  /// Takes    the article's number in the open database, and what checked_sequence() returned.
  const ArticleTokens& add(Xapian::docid id, std::string_view sequence);

  /// The tokens of an article, from the cache or else from its document.
  ///
  /// Takes    the article's number in the open database, and its document.
  const ArticleTokens& tokens_of(Xapian::docid id, const Xapian::Document& document);

 private:
  static constexpr std::size_t kMostBytes = std::size_t{64} << 20U;  // of some 40,000 articles of news

  /// Articles are added to the young half, and those of the old half that are used are copied there. When the young half
  /// is full it becomes the old one, and the old one is dropped.
  struct Half {
    std::pmr::monotonic_buffer_resource memory;  // of all its articles: no allocation each, and freed at once
    std::pmr::unordered_map<Xapian::docid, ArticleTokens> articles{&memory};
    std::size_t bytes = 0;
  };

  const ArticleTokens& add_tokens(Xapian::docid id, const ArticleTokens& tokens);

  std::size_t most_bytes_;
  std::uint64_t times_opened_ = 0;
  std::unique_ptr<Half> young_ = std::make_unique<Half>(), old_ = std::make_unique<Half>();
  ArticleTokens decoded_;  // its memory serves every article
};

}  // namespace timbao
