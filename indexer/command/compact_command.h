// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "common/base/error.h"
#include "indexer/command/index_options.h"
#include "indexer/streams.h"

namespace timbao {

/// `timbao-index compact`: writes the index anew at its smallest, beside the old one, and publishes it. An index that
/// would not become smaller stays as it is.
///
/// Holds the writer's lock. What is found and what `dump` prints stays the same.
/// Returns  done.
/// Errors   Error(index_failed): missing, damaged, not an index, of another version. Error(locked), Error(io_failed).
///          The index is then as it was before.
ExitCode run_compact(const IndexOptions& options, const IndexStreams& streams);

}  // namespace timbao
