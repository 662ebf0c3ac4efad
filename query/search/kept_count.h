// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <memory>

namespace timbao {

struct OpenArchive;

/// Keeps what was counted over a whole archive for the next query, until the database is opened again.
///
///   KeptCount<ArchiveWords, count_archive_words> words;
///   words.of(archive).tokens
///
/// Errors   those of the function that counts.
/// Source   covered by near_words_oracle_test and holdings_test.
/// Threads  one a thread.
template <typename Counts, Counts (*count)(const OpenArchive& archive)>
class KeptCount {
 public:
  /// Drops the counts if the database was opened again since the last call.
  ///
  /// Takes    IndexReader::times_opened().
  void clear_if_reopened(std::uint64_t times_opened) {
    if (times_opened != times_opened_) counts_.reset();
    times_opened_ = times_opened;
  }

  /// The counts of the open archive, counted at the first call.
  const Counts& of(const OpenArchive& archive) {
    if (!counts_) counts_ = std::make_unique<Counts>(count(archive));
    return *counts_;
  }

 private:
  std::uint64_t times_opened_ = 0;
  std::unique_ptr<Counts> counts_;
};

}  // namespace timbao
