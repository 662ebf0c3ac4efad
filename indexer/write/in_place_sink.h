// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "indexer/write/article_sink.h"
#include "indexer/write/aside_sink.h"

namespace timbao {

/// Writes changes into the current generation itself, as one revision of Xapian's: for a refresh that is small beside
/// the index. What it costs follows from the change, not from the size of the index.
///
///   InPlaceSink sink({"/var/lib/timbao"});
///   sink.add(std::move(incoming));
///   sink.publish(changes);
///
/// New and changed articles are held in memory until they are published, and unchanged ones are only counted. Whoever
/// adds more than fits asks for held_bytes() and takes the articles out again (adaptive_sink.h).
///
/// Takes    options, of which directory and moment count. The directory has an index that is not divided into shards:
///          commits of several databases are not one step. The caller holds its WriterLock.
/// Errors   see ArticleSink. A change that cannot be written whole is not there at all.
/// Threads  one.
/// Source   docs/index-format.md, "Publishing"; in_place_sink_test, tests/fault/kill_test.cc.
class InPlaceSink final : public ArticleSink {
 public:
  explicit InPlaceSink(const SinkOptions& options);

  void add(IncomingArticle incoming) override;

  [[nodiscard]] std::size_t held_bytes() const { return held_bytes_; }  ///< of memory
  [[nodiscard]] const std::vector<IncomingArticle>& held() const { return held_; }
  [[nodiscard]] std::uint64_t unchanged() const { return unchanged_; }

  /// Gives away the held articles in their order. This sink is not to be published then.
  std::vector<IncomingArticle> take_held();

 private:
  ArticleCounts publish_all(const IndexChanges& changes) override;

  std::string directory_, generation_;
  KnownArticles known_;
  std::vector<IncomingArticle> held_;
  std::size_t held_bytes_ = 0;
  std::uint64_t unchanged_ = 0;
};

}  // namespace timbao
