// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <string>
#include <string_view>

namespace timbao {

/// An index may be divided into shards: databases of which each holds the articles whose ids fall to it. The stub names
/// a generation for each shard, in the order of the shards (index_folder.h). All shards together are read as one
/// database; its first part also holds the ledger.
inline constexpr std::size_t kMostShards = 64;

/// A shard's place among the shards of an index.
///
///   Shard{0, 4}   the first of four
struct Shard {
  std::size_t number = 0;  ///< from 0
  std::size_t all = 1;
};

/// The number of the shard that holds an article.
///
///   shard_of_id("Qa1", 1) == 0
///
/// Takes    the term of the article's id; how many shards there are, at least 1.
/// Source   docs/index-format.md, "Shards": 64 bits of XXH3 modulo the number of shards. Covered by shards_test.
std::size_t shard_of_id(std::string_view id_term, std::size_t shards);

/// The number of the shard that a document is of, by its number in the database of all shards: Xapian numbers the documents
/// of databases that are joined in turn.
///
///   shard_of_document(1, 3) == 0     shard_of_document(2, 3) == 1     shard_of_document(4, 3) == 0
///
/// Source   Xapian 1.4.22, Database::add_database(). Covered by index_reader_test and shards_test.
inline std::size_t shard_of_document(Xapian::docid document, std::size_t shards) { return (document - 1) % shards; }

/// Says in a database which shard it is; of an index that is not divided nothing is said.
///
///   write_shard({2, 4}, database);   // the metadata "timbao.shard" is "3/4"
///
/// Takes    a database that is published after this.
/// Errors   Xapian::Error.
void write_shard(const Shard& shard, Xapian::WritableDatabase& database);

/// Whether a database says of itself that it is a shard.
///
///   is_shard({2, 4}, database)
///
/// Errors   Xapian::Error.
bool is_shard(const Shard& shard, const Xapian::Database& database);

/// Compares what a database says of itself with its place in the stub: databases of several indexes, or in another
/// order, would hide articles.
///
/// Takes    the index's folder, for the message; the place; the database.
/// Errors   Error(index_failed) where it is another shard; Xapian::Error.
void check_shard(const std::string& directory, const Shard& shard, const Xapian::Database& database);

}  // namespace timbao
