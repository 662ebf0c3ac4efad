// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "common/base/error.h"
#include "indexer/command/index_options.h"
#include "indexer/streams.h"

namespace timbao {

/// Standard input, output and error.
IndexStreams standard_index_streams();

/// Does what the command line asks for: the whole of timbao-index but for its last line of defence, guarded_main.
///
///   run_index(parse_index_options({"--index", "/tmp/x", "stats"}), standard_index_streams());
///
/// Returns  done; incomplete where some input was rejected; interrupted after Ctrl-C.
/// Errors   Error.
ExitCode run_index(const IndexOptions& options, const IndexStreams& streams);

}  // namespace timbao
