// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace timbao {

/// Whether an article is the first of its id in a run, or another one had the same id before.
enum class Occurrence : std::uint8_t { first, repeated };

/// An article's id in the two forms by which a run and the index know it. It is made once for each article that is
/// read, and travels with it.
///
///   article_key("a1").id_term == "Qa1"
///
/// Source   the term is that of docs/index-format.md, "Terms". The hash lives no longer than the run: it is compared
///          with hashes of the same process only, so that a set of a million ids takes 16 MB (IdHashes).
struct ArticleKey {
  std::string id_term;     ///< the term of the id; of a long id it holds the beginning and a hash
  std::uint64_t hash = 0;  ///< hash_of_id_term(id_term)
};

/// The key of an id.
///
/// Takes    an article's id as read, of any length.
/// Errors   none.
ArticleKey article_key(const std::string& id);

/// The hash of an id's term. Two ids with one hash are taken for one: among a million ids that is one chance in 37
/// million.
///
/// Takes    a term that a document has (id_term_of), or that article_key() made.
std::uint64_t hash_of_id_term(const std::string& id_term);

}  // namespace timbao
