// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/write/adaptive_sink.h"

#include <optional>
#include <utility>

#include "common/store/index_folder.h"
#include "common/store/open_index.h"
#include "common/store/xapian_errors.h"
#include "indexer/write/in_place_sink.h"
#include "indexer/write/small_change.h"

namespace timbao {
namespace {

class AdaptiveSink : public ArticleSink {
 public:
  explicit AdaptiveSink(const SinkOptions& options) : options_(options), most_bytes_(options.share.held_text) {
    const std::string generation = current_generation(options.directory);
    if (options.base != BuildBase::current || generation.empty() || number_of_shards(options) > 1) {
      aside_ = aside_sink(options_);
      return;
    }
    in_place_.emplace(options_);
    const std::size_t documents = with_index_errors(options_.directory, [&] {
      return open_database(generation_path(options_.directory, generation)).get_doccount();
    });
    most_articles_ = most_small_changes(documents);
  }

  void add(IncomingArticle incoming) override {
    if (aside_) return aside_->add(std::move(incoming));
    in_place_->add(std::move(incoming));
    if (in_place_->held_bytes() > most_bytes_ || in_place_->held().size() > most_articles_) go_aside();
  }

 private:
  ArticleCounts publish_all(const IndexChanges& changes) override {
    if (!aside_ && changes.gone.size() > most_articles_) go_aside();
    if (!aside_) return in_place_->publish(changes);
    ArticleCounts counts = aside_->publish(changes);
    counts.unchanged += unchanged_;
    return counts;
  }

  void go_aside() {
    aside_ = aside_sink(options_);
    unchanged_ = in_place_->unchanged();
    for (IncomingArticle& incoming : in_place_->take_held()) aside_->add(std::move(incoming));
    in_place_.reset();
  }

  SinkOptions options_;
  std::size_t most_bytes_, most_articles_ = 0;
  std::optional<InPlaceSink> in_place_;
  std::unique_ptr<ArticleSink> aside_;
  std::uint64_t unchanged_ = 0;
};

}  // namespace

std::unique_ptr<ArticleSink> adaptive_sink(const SinkOptions& options) {
  return std::make_unique<AdaptiveSink>(options);
}

}  // namespace timbao
