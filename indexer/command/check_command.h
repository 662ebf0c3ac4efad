// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "common/base/error.h"
#include "indexer/command/index_options.h"
#include "indexer/streams.h"

namespace timbao {

/// `timbao-index check`: looks whether the index is sound: Xapian's tables, the ledger, every article.
///
/// Holds the writer's lock, and writes nothing. A line on standard error for each fault, twenty at most; where there is
/// none, a line that says what was looked at.
/// Returns  done, index_failed where something is wrong.
/// Errors   Error(index_failed): missing, not an index, of another version, or so damaged that it cannot be read.
///          Error(locked), Error(io_failed).
ExitCode run_check(const IndexOptions& options, const IndexStreams& streams);

}  // namespace timbao
