// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/memory_budget.h"

#include <gtest/gtest.h>

#include <vector>

namespace timbao {
namespace {

constexpr std::size_t kMegabyte = std::size_t{1} << 20U;
const std::vector<std::size_t> kMemories{kLeastMemory,     17 * kMegabyte,   40 * kMegabyte,  64 * kMegabyte,
                                         99 * kMegabyte,   kUsualMemory,     512 * kMegabyte, 1000 * kMegabyte,
                                         4096 * kMegabyte, kMostMemory / 10, kMostMemory};
const std::vector<std::size_t> kJobs{1, 2, 3, 7, 8, 32, 256};

/// What building aside takes at most while articles of usual size come.
std::size_t peak_of_building(const WritingShare& share) {
  const std::size_t worker = kWorkerCacheBytes + kBatchBytes + share.unwritten_text * kXapianBytesAByte;
  return share.queued_text + share.workers * worker;
}

/// Half of what the program may use beside --memory is left to its code, libraries and buffers.
constexpr std::size_t kForShares = kBesideMemory / 2;

TEST(MemoryBudget, SharesOfBuildingAddUpForEveryMemoryAndJobs) {
  for (const std::size_t memory : kMemories)
    for (const std::size_t jobs : kJobs)
      for (const std::size_t listed : {std::size_t{0}, memory / 2, memory - memory / 16}) {
        const WritingShare share = share_of_writing(memory, listed, jobs);
        EXPECT_LE(peak_of_building(share), share.total + kForShares) << memory << ' ' << listed << ' ' << jobs;
      }
}

TEST(MemoryBudget, ShareOfATransactionInPlaceFits) {
  for (const std::size_t memory : kMemories) {
    const WritingShare share = share_of_writing(memory, 0, 2);
    // Held itself, and what Xapian holds of the new text and of the text that it replaces; one worker's caches.
    const std::size_t peak = share.held_text * (1 + 2 * kXapianBytesAByte) + kWorkerCacheBytes;
    EXPECT_LE(peak, memory + kForShares) << memory;
  }
}

TEST(MemoryBudget, ShareOfOneLargeArticleFitsBesideOneWorkersCaches) {
  for (const std::size_t memory : kMemories) {
    const ReadingShare share = share_of_reading(memory, kMostMemory);
    EXPECT_LE(share.article_indexing + kWorkerCacheBytes, memory + kForShares) << memory;
    EXPECT_LE(share.record_values + share.article_text, share.article_indexing) << memory;
  }
}

TEST(MemoryBudget, NeverGivesMoreWorkersThanJobsNorLessThanOne) {
  for (const std::size_t memory : kMemories)
    for (const std::size_t jobs : kJobs) {
      const std::size_t workers = share_of_writing(memory, 0, jobs).workers;
      EXPECT_GE(workers, 1U);
      EXPECT_LE(workers, jobs);
    }
}

TEST(MemoryBudget, LeavesTheWritersSixteenMegabytesWhateverTheListTakes) {
  for (const std::size_t listed : {std::size_t{0}, kUsualMemory, 10 * kUsualMemory})
    EXPECT_GE(share_of_writing(kUsualMemory, listed, 2).total, kLeastMemory);
  EXPECT_EQ(share_of_writing(kUsualMemory, 56 * kMegabyte, 2).total, 200 * kMegabyte);
}

TEST(MemoryBudget, LetsMaxArticleOnlyLowerTheLimitOfAnArticle) {
  EXPECT_EQ(share_of_reading(kUsualMemory, 16 * kMegabyte).article_text, 16 * kMegabyte);
  EXPECT_EQ(share_of_reading(kUsualMemory, kMegabyte).article_text, kMegabyte);
  EXPECT_EQ(share_of_reading(64 * kMegabyte, 16 * kMegabyte).article_text, 4 * kMegabyte);
}

/// The numbers that decide how an index is built, and so its bytes: a change here changes them.
TEST(MemoryBudget, GivesTheSharesThatWereMeasured) {
  struct Row {
    std::size_t memory, jobs, workers, held, queued, unwritten;
  };
  for (const Row& row : {Row{16, 1, 1, 262'144, 524'288, 419'430}, Row{16, 8, 1, 262'144, 524'288, 419'430},
                         Row{64, 2, 2, 1'048'576, 2'097'152, 838'860}, Row{256, 1, 1, 4'194'304, 8'388'608, 6'710'886},
                         Row{256, 2, 2, 4'194'304, 8'388'608, 3'355'443}, Row{256, 8, 7, 4'194'304, 8'388'608, 958'698},
                         Row{1024, 2, 2, 16'777'216, 8'388'608, 8'388'608}}) {
    const WritingShare share = share_of_writing(row.memory * kMegabyte, 0, row.jobs);
    EXPECT_EQ(share.workers, row.workers) << row.memory << ' ' << row.jobs;
    EXPECT_EQ(share.held_text, row.held) << row.memory << ' ' << row.jobs;
    EXPECT_EQ(share.queued_text, row.queued) << row.memory << ' ' << row.jobs;
    EXPECT_EQ(share.unwritten_text, row.unwritten) << row.memory << ' ' << row.jobs;
  }
  const ReadingShare reading = share_of_reading(kUsualMemory, 16 * kMegabyte);
  EXPECT_EQ(reading.article_indexing, 192 * kMegabyte);
  EXPECT_EQ(reading.record_values, 48 * kMegabyte);
  EXPECT_EQ(share_of_removed_ids(kUsualMemory), 64 * kMegabyte);
}

TEST(MemoryBudget, GivesFewerWorkersWhereEachWritesPartsOfManyShards) {
  const WritingShare share = share_of_writing(kUsualMemory, 0, 7);
  EXPECT_EQ(with_shards(share, 1).workers, share.workers);
  EXPECT_EQ(with_shards(share, 4).workers, 6U);
  EXPECT_EQ(with_shards(share, 64).workers, 3U);
  EXPECT_EQ(with_shards(share, 64).unwritten_text, share.unwritten_text);
  EXPECT_EQ(with_shards(share_of_writing(kLeastMemory, 0, 7), 64).workers, 1U);
}

}  // namespace
}  // namespace timbao
