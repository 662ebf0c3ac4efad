// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "indexer/write/duplicates.h"

namespace timbao {

/// How the generation before and the new documents become one database.
enum class Growth : std::uint8_t {
  merged,     ///< all are merged into a new database, which costs as much as the whole
  in_a_copy,  ///< the files of the generation before are copied, and the new documents written into the copy
};

/// What the next generation of a shard is made of.
struct ShardChange {
  std::string before;              ///< the path of its current generation; empty where none is built upon
  std::vector<std::string> parts;  ///< databases of its new documents
  std::uint64_t indexed = 0;       ///< how many new documents there are
  bool replaces_some = false;      ///< whether some id may have several documents
  std::vector<std::string> gone;   ///< id terms of documents that are to go
  Growth growth = Growth::merged;
};

/// The next generation of a shard, and what became of its articles.
struct BuiltShard {
  std::string database;  ///< its path
  DuplicateCounts duplicates;
  std::uint64_t removed = 0;  ///< documents of `gone`
};

/// Makes a database of what a shard was and what is new in it: one document of each id, none of those that are gone. It
/// has no ledger yet (a merge keeps the older of two values of one metadata key, so the ledger is written last), and is
/// not synced.
///
///   const BuiltShard built = build_shard({path, parts, 40, true, {}, Growth::in_a_copy}, repeats, folder + "/shard3");
///
/// Takes    what it is made of; the ids that came more than once in the run; the beginning of paths that it may make.
/// Errors   Xapian::Error, Error(io_failed).
/// Source   aside_sink_test, in_place_sink_test.
BuiltShard build_shard(const ShardChange& change, const RepeatCounts& repeats, const std::string& path_begin);

}  // namespace timbao
