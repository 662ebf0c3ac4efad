// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>

#include "query/request/holdings.h"

namespace timbao {

/// Counts what an archive holds by month and source.
///
///   holdings_of(database).sources.front()     {"Báo Tỉnh", 12}
///
/// Takes    an open database.
/// Returns  exact counts. Sources that a filter of the query language does not tell apart are one, printed as most of
///          their articles print it, as a facet does.
/// Errors   Xapian::Error where the index is damaged.
/// Source   the values of time and source of each article: docs/index-format.md. Covered by holdings_test.
Holdings holdings_of(const Xapian::Database& database);

/// The holdings of an archive, which are counted once for each of its states: it takes a look at every article.
///
/// Threads  one a thread.
class HoldingsCache {
 public:
  /// Takes    the open database, and IndexReader::times_opened().
  /// Errors   as holdings_of().
  const Holdings& of(const Xapian::Database& database, std::uint64_t times_opened) {
    if (times_opened_ != times_opened) holdings_ = holdings_of(database);
    times_opened_ = times_opened;
    return holdings_;
  }

 private:
  Holdings holdings_;
  std::uint64_t times_opened_ = 0;
};

}  // namespace timbao
