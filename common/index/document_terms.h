// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <string>

namespace timbao {

/// What identifies a document of the index, read from its list of terms. It costs one search in that list, where the
/// stored text (stored.h) would have to be decompressed for the same.
///
///   id_term_of(database.get_document(7)) == id_term("a7")

/// The term of the path that a document's article came from ("P/archive/a.txt"); see path_term() (terms.h).
///
/// Takes    a document of an open database.
/// Returns  "" where the article has no path.
/// Errors   Xapian::Error.
std::string path_term_of(const Xapian::Document& document);

/// The term of a document's id ("Qa7"); see id_term() (terms.h). A long id is shortened in it, so compare terms, and do
/// not take the id out of it.
///
/// Returns  "" where the document has no id, which no document of a sound index has.
/// Errors   Xapian::Error.
std::string id_term_of(const Xapian::Document& document);

}  // namespace timbao
