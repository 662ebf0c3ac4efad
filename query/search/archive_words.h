// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace timbao {

/// How often each word stands in the articles of an archive: the frequencies that words near a query are compared with.
///
///   const ArchiveWords words = count_archive_words(database);
///   words.times[listed_words().number_of(…)]
///
/// Two neighbours that are a word of ListedWords count as this word, and not each for itself; where two such words
/// overlap ("học sinh học"), both count. Every other token counts for itself.
struct ArchiveWords {
  std::vector<std::uint64_t> times;  ///< by the number of the word in listed_words()
  std::uint64_t tokens = 0;          ///< of all articles
};

/// Counts the words of all articles, by their token sequences.
///
/// Takes    an open database.
/// Errors   Xapian::Error, and Error(index_failed), where the index is damaged.
/// Source   docs/neighbours.md. Covered by near_words_oracle_test. 20,000 articles take a tenth of a second.
ArchiveWords count_archive_words(const Xapian::Database& database);

/// How often a word that has no code stands in all articles.
///
/// Takes    an open database; a reading term.
/// Errors   as count_archive_words(). It reads the articles that have the word.
std::uint64_t count_rare_word(const Xapian::Database& database, std::string_view term);

/// Keeps the counts of an archive for the next query, until the database is opened again.
///
/// Threads  one a thread.
class ArchiveWordsCache {
 public:
  /// Drops the counts if the database was opened again since the last call.
  ///
  /// Takes    IndexReader::times_opened().
  void clear_if_reopened(std::uint64_t times_opened) {
    if (times_opened != times_opened_) words_.reset();
    times_opened_ = times_opened;
  }

  /// The counts of the open database, counted at the first call.
  const ArchiveWords& of(const Xapian::Database& database) {
    if (!words_) words_ = std::make_unique<ArchiveWords>(count_archive_words(database));
    return *words_;
  }

 private:
  std::uint64_t times_opened_ = 0;
  std::unique_ptr<ArchiveWords> words_;
};

}  // namespace timbao
