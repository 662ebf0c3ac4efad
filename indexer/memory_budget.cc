// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/memory_budget.h"

#include <algorithm>

namespace timbao {
namespace {

constexpr std::size_t kMegabyte = std::size_t{1} << 20U;

constexpr std::size_t kMemoryOfArticle = 16;  // what indexing usual text may take, in its own size
constexpr std::size_t kMemoryOfHeldText = 64;
constexpr std::size_t kWorkerBytes = 40 * kMegabyte;        // its caches, and its share of what Xapian holds
constexpr std::size_t kPartBytes = 640 * kMegabyte / 1024;  // of a worker, for the part of each further shard
// A part of kBesideMemory, so that 16 MB have a worker and 256 MB have one more than their 40 MB would give.
constexpr std::size_t kWorkersBeside = 24 * kMegabyte;
constexpr std::size_t kDecodersBeside = 2 * kMegabyte;  // what a decoder takes beside its dictionary
constexpr std::size_t kQueueShare = 32;
constexpr std::size_t kMostQueuedText = 8 * kMegabyte;
constexpr std::size_t kUnwrittenShare = 40;
constexpr std::size_t kMostUnwrittenText = 8 * kMegabyte;
static_assert(kWorkerCacheBytes < kWorkerBytes && kWorkersBeside < kBesideMemory);

}  // namespace

ReadingShare share_of_reading(std::size_t memory_bytes, std::size_t max_article_bytes) {
  ReadingShare share;
  share.article_text = std::min(max_article_bytes, memory_bytes / kMemoryOfArticle);
  share.article_indexing = memory_bytes / 4 * 3;
  share.record_values = share.article_indexing / 4;
  share.decoders = memory_bytes / 4 + kDecodersBeside;
  return share;
}

WritingShare share_of_writing(std::size_t memory_bytes, std::size_t listed_bytes, std::size_t jobs) {
  WritingShare share;
  share.total = std::max(memory_bytes - std::min(memory_bytes, listed_bytes), kLeastMemory);
  share.workers = std::clamp<std::size_t>((share.total + kWorkersBeside) / kWorkerBytes, 1, jobs);
  share.held_text = share.total / kMemoryOfHeldText;
  share.queued_text = std::min(share.total / kQueueShare, kMostQueuedText);
  share.unwritten_text = std::min(share.total / (share.workers * kUnwrittenShare), kMostUnwrittenText);
  return share;
}

WritingShare with_shards(WritingShare share, std::size_t shards) {
  const std::size_t worker_bytes = kWorkerBytes + (shards - 1) * kPartBytes;
  share.workers = std::clamp<std::size_t>((share.total + kWorkersBeside) / worker_bytes, 1, share.workers);
  return share;
}

std::size_t share_of_removed_ids(std::size_t memory_bytes) { return memory_bytes / 4; }

}  // namespace timbao
