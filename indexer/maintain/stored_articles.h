// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <functional>
#include <string>

#include "common/index/article.h"

namespace timbao {

/// The article of a document, verified by its checksum and its content hash.
///
/// Errors   Error(index_failed) where it is damaged, or needs data files that this program does not have.
Article stored_article(const Xapian::Document& document);

/// Where a walk over the documents of an index stands.
struct IdPlace {
  std::string key;      ///< what sorts it: the prefix of ids, and the whole id
  std::string id_term;  ///< the term of its id, in which a long id is cut
};

/// Calls `visit` for every document that has an id, in the bytewise order of ids.
///
///   walk_in_id_order(database, "", [&](const IdPlace& place, Xapian::docid number) { … });
///
/// Takes    a database of any version whose stored text this program reads; the key behind which to begin, empty for
///          the beginning.
/// Errors   Xapian::Error. Damaged text is none: a long id that cannot be read stands where its term does.
void walk_in_id_order(const Xapian::Database& database, const std::string& behind,
                      const std::function<void(const IdPlace& place, Xapian::docid number)>& visit);

}  // namespace timbao
