// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>

#include "indexer/input/article.h"

namespace timbao {

/// What became of the articles of a run.
struct BuildCounts {
  std::uint64_t added = 0;
  std::uint64_t updated = 0;
  std::uint64_t unchanged = 0;
};

/// Takes articles, and makes all of them findable in one step.
///
///   std::unique_ptr<ArticleSink> sink = build_aside(options);
///   for (ReadArticle& read : articles) sink->add(std::move(read));
///   BuildCounts counts = sink->publish();
///
/// An article whose id the index has replaces the old one; of two with one id the later stays. Without publish() the
/// index stays as it was.
/// Errors   Error(io_failed) on a full disk, Error(index_failed): from either function, and the index is as before.
class ArticleSink {
 public:
  ArticleSink() = default;
  virtual ~ArticleSink() = default;
  ArticleSink(const ArticleSink&) = delete;
  ArticleSink& operator=(const ArticleSink&) = delete;

  virtual void add(ReadArticle read) = 0;

  /// To be called once, after the last add().
  virtual BuildCounts publish() = 0;
};

}  // namespace timbao
