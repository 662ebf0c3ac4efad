// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/write/part.h"

#include <algorithm>

#include "indexer/write/glass/keys.h"

namespace timbao {
namespace {

// Each part leaves a chunk of its own in the posting list of every term, so a part should be large; but its postings
// are held until it is written, some 4 KB for one of news.
constexpr std::size_t kPartArticles = 5000;
static_assert(kPartArticles <= glass::kMostDocuments);

}  // namespace

void PartWriter::add(const glass::PartDocument& document, glass::Deflater& deflater) {
  if (!database_) {
    path_ = parts_->new_path();
    database_.emplace(path_, deflater);
  }
  database_->add(document);
  if (database_->documents() >= kPartArticles) finish();
}

void PartWriter::finish() {
  if (!database_) return;
  database_->finish();
  database_.reset();
  parts_->add(path_);
}

ShardedWriter::ShardedWriter(std::deque<PartTree>& parts, std::size_t most_bytes)
    : writers_(parts.begin(), parts.end()), most_bytes_(most_bytes) {}

void ShardedWriter::add(const glass::PartDocument& document, std::size_t shard) {
  PartWriter& writer = writers_[shard];
  held_bytes_ -= writer.held_bytes();
  writer.add(document, deflater_);
  held_bytes_ += writer.held_bytes();
  if (held_bytes_ < most_bytes_) return;
  const auto largest = std::max_element(
      writers_.begin(), writers_.end(),
      [](const PartWriter& left, const PartWriter& right) { return left.held_bytes() < right.held_bytes(); });
  held_bytes_ -= largest->held_bytes();
  largest->finish();
}

void ShardedWriter::finish() {
  for (PartWriter& writer : writers_) writer.finish();
}

}  // namespace timbao
