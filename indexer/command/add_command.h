// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "common/base/error.h"
#include "indexer/command/index_options.h"
#include "indexer/streams.h"

namespace timbao {

/// `timbao-index add`: reads articles, makes them findable, and tells what became of them.
///
/// Holds the writer's lock from its start to its end; --dry-run takes none and writes nothing.
/// Returns  done, incomplete where something was rejected, interrupted after Ctrl-C (what was complete is then
/// published). Errors   Error: see WriterLock, ArticleSink, RejectionLog, list_sources. The index is then as it was
/// before.
ExitCode run_add(const IndexOptions& options, const IndexStreams& streams);

}  // namespace timbao
