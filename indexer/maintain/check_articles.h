// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include "indexer/maintain/faults.h"

namespace timbao {

/// How many articles were checked.
struct CheckedArticles {
  std::uint64_t articles = 0;
  std::uint64_t compared = 0;  ///< of these, those whose text was indexed again to compare
};

/// Checks what docs/index-format.md says of documents.
///
///   Faults faults;
///   const CheckedArticles checked = check_articles(database, 1000, faults);
///
/// Of each document it checks that it is the only one of its id, that stored text and token sequence fit their
/// checksums, and that the values that every article has are there. Of every Nth document it also checks that terms,
/// posting lists, values and token sequence are those that its stored text gives.
///
/// Takes    a database of this version; how many documents are compared at least; where faults go.
/// Errors   Xapian::Error where it cannot be read at all. A document that cannot be read is a fault.
/// Threads  one.
/// Source   docs/index-format.md; tests/indexer/command/check_test.cc damages one thing at a time.
CheckedArticles check_articles(const Xapian::Database& database, std::uint64_t least_compared, Faults& faults);

}  // namespace timbao
