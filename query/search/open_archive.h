// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <vector>

#include "common/index/vocabulary.h"
#include "query/search/remote_values.h"
#include "query/search/token_cache.h"

namespace timbao {

class ArchiveWordsCache;

/// Whether a document that Xapian hands to a decider has the number under which the open database finds it. Of several
/// databases that are opened as one, each document comes with the number that it has in its own database.
enum class DocumentNumbers : std::uint8_t { of_the_archive, of_its_part };

/// An archive while one query is answered: an open database, what is known of its terms, and the cache of its articles.
///
///   const auto vocabulary = vocabulary_of(database, caches.vocabulary);
///   const OpenArchive archive{database, *vocabulary, caches.tokens, DocumentNumbers::of_the_archive};
///
/// Source   ARCHITECTURE.md follows a query through it. Covered by all tests of searching; search_indexes_test has
///          several databases as one.
/// Threads  one a thread, as its cache. It holds references: what they refer to must outlive it.
struct OpenArchive {
  const Xapian::Database& database;
  const Vocabulary& vocabulary;
  TokenCache& tokens;
  DocumentNumbers numbers = DocumentNumbers::of_the_archive;
  ArchiveWordsCache* words = nullptr;  ///< null: the words of the archive are counted for each query that needs them
  RemoteValues* remote = nullptr;      ///< null: all of the archive is on this machine

  /// The databases of which `database` is made, where all are on this machine; null: they are not known.
  const std::vector<Xapian::Database>* parts = nullptr;

  /// Whether a part of the archive is behind a server. Nothing but article_data.h, find_matches.h and the decider, which
  /// Xapian cannot send to a server, needs to know.
  [[nodiscard]] bool is_remote() const { return remote != nullptr; }

  /// The database where documents come with its own numbers, so that their posting lists and cached tokens can be used;
  /// else null.
  [[nodiscard]] const Xapian::Database* numbered() const {
    return numbers == DocumentNumbers::of_the_archive ? &database : nullptr;
  }
};

}  // namespace timbao
