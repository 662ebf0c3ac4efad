// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include "indexer/maintain/faults.h"

namespace timbao {

/// What was looked at.
struct CheckedArticles {
  std::uint64_t articles = 0;
  std::uint64_t compared = 0;  ///< of these, with what their text gives when it is indexed again
};

/// Checks what docs/index-format.md says of documents. Of each: one document for an id; stored text and token sequence
/// fit their checksums; the values that every article has are there. Of every Nth, `least_compared` at least: terms,
/// their places in the lists, values and token sequence are those that its stored text gives.
///
/// Takes    a database of this version.
/// Errors   Xapian::Error where it cannot be read at all.
CheckedArticles check_articles(const Xapian::Database& database, std::uint64_t least_compared, Faults& faults);

}  // namespace timbao
