// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string_view>
#include <vector>

#include "query/search/kept_count.h"

namespace timbao {

/// How often each word stands in the articles of an archive: the frequencies that words near a query are compared with.
///
///   const ArchiveWords words = count_archive_words(archive);
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
/// Takes    an open archive.
/// Errors   Xapian::Error, and Error(index_failed), where the index is damaged.
/// Source   docs/neighbours.md. Covered by near_words_oracle_test. 20,000 articles take a tenth of a second.
ArchiveWords count_archive_words(const OpenArchive& archive);

/// How often a word that has no code stands in all articles.
///
/// Takes    an open archive; a reading term.
/// Errors   as count_archive_words(). It reads the articles that have the word.
std::uint64_t count_rare_word(const OpenArchive& archive, std::string_view term);

/// The counts of the archive that is open.
class ArchiveWordsCache : public KeptCount<ArchiveWords, count_archive_words> {};

}  // namespace timbao
