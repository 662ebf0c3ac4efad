// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "indexer/input/files/source.h"
#include "indexer/ledger/ledger.h"

namespace timbao {

/// What --prune found: how many articles it covers, and which of them are no longer in their sources.
struct Pruned {
  std::vector<std::string> gone;       ///< id terms of the articles that are no longer there
  std::vector<std::string> forgotten;  ///< names of files of which the record goes
  std::vector<std::string> doubted;    ///< path terms of files that lost an article, and are to be read again
  std::uint64_t covered = 0;           ///< articles of the files or of the newspaper that were read

  /// Whether more than a tenth would go. That is more likely a disk that is not mounted than what the user wants, so
  /// it needs --force.
  [[nodiscard]] bool is_much() const { return gone.size() * 10 > covered; }
};

/// Whether an id was met in the run; takes ArticleKey::hash.
using WasMet = std::function<bool(std::uint64_t id_hash)>;

/// What a run has read, as far as --prune needs it.
struct PruneScope {
  const SourceList& list;             ///< files by name, and the paths that were given
  WasMet was_met;                     ///< of all articles read
  std::vector<std::size_t> complete;  ///< places in the list of files of which every id is known
  std::string root;                   ///< --root
  std::uint64_t root_hash = 0;        ///< ReadingWay::root
};

/// Finds the articles of files below the given paths that are gone or passed over now, and the records that are no
/// longer in a file that was read. An article that was read elsewhere in the run has moved, and stays.
///
///   const Pruned pruned = find_pruned(run.ledger(), scope);
///   if (pruned.is_much()) …
///
/// Takes    the ledger of the generation before, and what the run has read. Files below a folder that could not be read
///          are left alone, since nobody knows whether they are there.
/// Errors   Xapian::Error.
/// Source   docs/index-format.md, "Ledger"; tests/cli/index_prune_test.cc.
Pruned find_pruned(const Ledger& ledger, const PruneScope& scope);

/// The same for a stream that holds all articles of a newspaper: finds those articles of this newspaper that the stream
/// did not hold.
///
/// Takes    the ledger of the generation before, --source, and which ids the stream had.
/// Errors   Xapian::Error.
/// Source   tests/cli/index_prune_test.cc.
Pruned find_pruned_of_source(const Ledger& ledger, const std::string& source, const WasMet& was_met);

}  // namespace timbao
