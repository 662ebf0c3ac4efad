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

/// What --prune found: what it looks after, and what of that is no longer there.
struct Pruned {
  std::vector<std::string> gone;       ///< id terms
  std::vector<std::string> forgotten;  ///< names of files of which the record goes
  std::vector<std::string> doubted;    ///< path terms of files that lost an article
  std::uint64_t looked_after = 0;      ///< articles

  /// More than a tenth would go: rather a disk that is not mounted than what somebody wants.
  [[nodiscard]] bool is_much() const { return gone.size() * 10 > looked_after; }
};

/// Whether an id was met in the run; takes its run_hash.
using WasMet = std::function<bool(std::uint64_t id_hash)>;

/// What a run has read, as far as --prune asks.
struct PruneScope {
  const SourceList& list;             ///< files by name; what was asked for
  WasMet was_met;                     ///< of all articles read
  std::vector<std::size_t> complete;  ///< places in the list of files of which every id is known
  std::string root;                   ///< --root
  std::uint64_t root_hash = 0;        ///< SeenFiles::root_hash
};

/// Finds the articles of files below the given paths that are gone or passed over now, and the records that are no
/// longer in a file that was read. An article that was read elsewhere in the run has moved, and stays.
///
/// Errors   Xapian::Error.
Pruned find_pruned(const std::string& directory, const PruneScope& scope);

/// The same for a stream that holds all articles of a newspaper: of its articles those that the stream did not hold.
Pruned find_pruned_of_source(const std::string& directory, const std::string& source, const WasMet& was_met);

}  // namespace timbao
