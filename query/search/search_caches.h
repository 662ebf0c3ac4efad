// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>

#include "common/index/vocabulary.h"
#include "query/search/archive_words.h"
#include "query/search/holdings.h"
#include "query/search/remote_values.h"
#include "query/search/token_cache.h"

namespace timbao {

/// What a process caches from query to query.
///
///   caches.clear_if_reopened(reader.times_opened());
///
/// Source   docs/ranking.md, "Caches".
/// Threads  one a thread.
struct SearchCaches {
  VocabularyCache vocabulary;
  TokenCache tokens;
  ArchiveWordsCache words;
  HoldingsCache holdings;
  RemoteValues remote;

  /// Drops everything if the index was opened again, so that no answer mixes two states of it.
  void clear_if_reopened(std::uint64_t times_opened) {
    vocabulary.clear_if_reopened(times_opened);
    tokens.clear_if_reopened(times_opened);
    words.clear_if_reopened(times_opened);
    holdings.clear_if_reopened(times_opened);
    remote.clear_if_reopened(times_opened);
  }
};

}  // namespace timbao
