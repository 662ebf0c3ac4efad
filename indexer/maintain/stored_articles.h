// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <functional>
#include <string>

#include "common/index/article.h"

namespace timbao {

/// Decodes the article that a document stores, and verifies it by its checksum and its content hash.
///
///   const Article article = stored_article(database.get_document(7));
///
/// Takes    a document of an index of any version whose stored text this program reads.
/// Errors   Error(index_failed) where it is damaged, or needs data files that this program does not have.
/// Source   docs/index-format.md, "Stored text"; tests/damage, tests/compat.
Article stored_article(const Xapian::Document& document);

/// The place of a document in a walk over an index in the order of ids.
struct IdPlace {
  std::string key;      ///< by which it is sorted: the prefix of ids and the whole id
  std::string id_term;  ///< the term of its id; of a long id it has only the beginning and a hash
};

/// Calls `visit` for every document that has an id, in the bytewise order of ids.
///
///   walk_in_id_order(database, "", [&](const IdPlace& place, Xapian::docid number) { … });
///
/// Takes    a database of any version whose stored text this program reads; the key after which to begin, empty for the
///          beginning, so that `dump` can go on where it was when a writer published.
/// Errors   Xapian::Error. Damaged text is no error: a long id that cannot be read is sorted by its term.
/// Threads  one.
/// Source   README, `dump`; tests/indexer/command/dump_test.cc.
void walk_in_id_order(const Xapian::Database& database, const std::string& behind,
                      const std::function<void(const IdPlace& place, Xapian::docid number)>& visit);

}  // namespace timbao
