// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "common/base/error.h"
#include "indexer/command/index_options.h"
#include "indexer/streams.h"

namespace timbao {

/// `timbao-index add`: see add() in indexer/add/add.h.
ExitCode run_add(const IndexOptions& options, const IndexStreams& streams);

}  // namespace timbao
