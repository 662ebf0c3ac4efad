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

/// Calls `visit` for every document that has an id, in the bytewise order of ids; `id_term` is the term of its id.
///
///   walk_in_id_order(database, [&](const std::string& id_term, Xapian::docid number) { … });
///
/// Takes    a database of any version whose stored text this program reads.
/// Errors   Xapian::Error. Damaged text is none: a long id that cannot be read stands where its term does.
void walk_in_id_order(const Xapian::Database& database,
                      const std::function<void(const std::string& id_term, Xapian::docid number)>& visit);

}  // namespace timbao
