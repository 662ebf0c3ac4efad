// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>

#include "indexer/input/article/article.h"
#include "indexer/ledger/ledger.h"

namespace timbao {

/// What became of the articles of a run.
struct BuildCounts {
  std::uint64_t added = 0;
  std::uint64_t updated = 0;
  std::uint64_t unchanged = 0;
  std::uint64_t removed = 0;
};

/// Takes articles, and makes all of them findable in one step.
///
///   std::unique_ptr<ArticleSink> sink = build_aside(options);
///   for (ReadArticle& read : articles) sink->add(std::move(read));
///   BuildCounts counts = sink->publish();
///
/// An article whose id the index has replaces the old one; of two with one id the later stays. Without publish() the
/// index stays as it was. Documents that `changes` names as gone go after the articles are in; then the ledger is
/// written, in which the files that lost an article to another file are doubted. Nothing of this is seen before the
/// rest.
/// Errors   Error(io_failed) on a full disk, Error(index_failed): from either function, and the index is as before.
class ArticleSink {
 public:
  ArticleSink() = default;
  virtual ~ArticleSink() = default;
  ArticleSink(const ArticleSink&) = delete;
  ArticleSink& operator=(const ArticleSink&) = delete;

  virtual void add(ReadArticle read) = 0;

  /// To be called once, after the last add().
  BuildCounts publish(const IndexChanges& changes = {}) { return publish_all(changes); }

 private:
  virtual BuildCounts publish_all(const IndexChanges& changes) = 0;
};

}  // namespace timbao
