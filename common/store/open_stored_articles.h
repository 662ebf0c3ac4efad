// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <string>

namespace timbao {

/// Opens the current generations for a caller that takes stored articles out of it and nothing else. Stored texts of
/// every format can be read, so the index may be of an older format, of other fold rules or of other data files: this is
/// how `dump` and `add --rebuild` save the articles of an old index.
///
///   const Xapian::Database old = open_for_stored_articles("/var/lib/timbao");
///   const Article article = decode_article(stored_text(old.get_document(1)));
///
/// Takes    DIR.
/// Errors   Error(index_failed): missing, damaged, not an index, or of a newer format.
/// Source   docs/index-format.md, "Versions". Covered by tests/compat, which holds an index of each format.
Xapian::Database open_for_stored_articles(const std::string& directory);

}  // namespace timbao
