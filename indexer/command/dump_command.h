// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "common/base/error.h"
#include "indexer/command/index_options.h"
#include "indexer/streams.h"

namespace timbao {

/// `timbao-index dump`: every stored article as a line of JSON on standard output, in the bytewise order of ids.
///
///   timbao-index dump | timbao-index --index COPY add -      makes an equal index
///
/// The keys are those that `add` reads, `path` among them. Holds the writer's lock. Reads stored text only, so an index
/// of an older version will do. A damaged article is told on standard error, and the others are printed.
/// Returns  done, index_failed where an article was damaged.
/// Errors   Error(index_failed): missing, damaged, not an index, of a newer format. Error(locked), Error(io_failed),
///          BrokenPipe.
ExitCode run_dump(const IndexOptions& options, const IndexStreams& streams);

}  // namespace timbao
