// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "common/base/error.h"
#include "indexer/command/index_options.h"
#include "indexer/streams.h"

namespace timbao {

/// `timbao-index remove`: removes articles by id, and marks the ids so that `add` keeps them out.
///
/// An id is taken as it is; `-` stands for the ids on standard input, one a line as `timbao-query --format ids` writes
/// them (unescape_line(); empty lines are passed over). Ids that the index does not have are reported and marked too:
/// they stay out when they come. Returns  done; incomplete where an id was unknown. Errors   Error: no index, see
/// WriterLock and ArticleSink. The index is then as it was before.
ExitCode run_remove(const IndexOptions& options, const IndexStreams& streams);

}  // namespace timbao
