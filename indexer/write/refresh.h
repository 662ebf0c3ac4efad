// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "indexer/write/article_sink.h"
#include "indexer/write/known_articles.h"

namespace timbao {

/// Writes changes into the current generation itself, as one revision of Xapian's: for a refresh that is small beside
/// the index. What it costs follows from the change, not from the index.
///
/// Takes    the index's directory, which has a generation; the caller holds its WriterLock. New and changed articles
///          are held in memory until they are published: whoever adds more than fits asks for held_bytes() and takes
///          them out again (see adaptive_sink).
/// Errors   see ArticleSink. A change that cannot be written whole is not there at all.
/// Threads  one.
/// Source   docs/index-format.md, "Publishing".
class RefreshSink final : public ArticleSink {
 public:
  explicit RefreshSink(const std::string& directory);

  void add(ReadArticle read) override;

  [[nodiscard]] std::size_t held_bytes() const { return held_bytes_; }  ///< of memory
  [[nodiscard]] const std::vector<ReadArticle>& held() const { return held_; }
  [[nodiscard]] std::uint64_t unchanged() const { return unchanged_; }

  /// Gives away what is held, in its order: this sink is not to be published then.
  std::vector<ReadArticle> take_held();

 private:
  BuildCounts publish_all(const IndexChanges& changes) override;

  std::string directory_, generation_;
  KnownArticles known_;
  std::vector<ReadArticle> held_;
  std::size_t held_bytes_ = 0;
  std::uint64_t unchanged_ = 0;
};

}  // namespace timbao
