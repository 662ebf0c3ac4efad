// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>

#include "indexer/ledger/ledger.h"
#include "indexer/write/known_articles.h"

namespace timbao {

/// What became of the articles of a run.
struct ArticleCounts {
  std::uint64_t added = 0;
  std::uint64_t updated = 0;
  std::uint64_t unchanged = 0;
  std::uint64_t removed = 0;
};

/// Takes articles, and makes all of them findable in one step. It is the last stage of an article's way: there is one
/// sink that writes in place, one that builds a new generation aside, one that chooses between them, and one that only
/// lists.
///
///   const std::unique_ptr<ArticleSink> sink = adaptive_sink(options);
///   for (IncomingArticle& incoming : articles) sink->add(std::move(incoming));
///   const ArticleCounts counts = sink->publish();
///
/// An article whose id the index has replaces the old one; of two with one id the later stays. Without publish() the
/// index stays as it was. publish() makes three things visible in one step: the articles, the deletion of the documents
/// that `changes` names as gone, and the ledger. The ledger also doubts the files that lost an article to another file.
///
/// Takes    articles with `read`, `key` and `occurrence` set, in the order in which they were read.
/// Errors   Error(io_failed) on a full disk, Error(index_failed): from either function, and the index is as before.
/// Threads  one thread adds and publishes.
/// Source   docs/index-format.md, "Publishing"; in_place_sink_test compares the sinks with each other,
///          tests/fault/kill_test.cc and full_disk_test.cc what an end at any moment leaves.
class ArticleSink {
 public:
  ArticleSink() = default;
  virtual ~ArticleSink() = default;
  ArticleSink(const ArticleSink&) = delete;
  ArticleSink& operator=(const ArticleSink&) = delete;

  virtual void add(IncomingArticle incoming) = 0;

  /// To be called once, after the last add().
  ArticleCounts publish(const IndexChanges& changes = {}) { return publish_all(changes); }

 private:
  virtual ArticleCounts publish_all(const IndexChanges& changes) = 0;
};

}  // namespace timbao
