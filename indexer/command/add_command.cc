// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/command/add_command.h"

#include "indexer/add/add.h"

namespace timbao {

ExitCode run_add(const IndexOptions& options, const IndexStreams& streams) { return add(options, streams); }

}  // namespace timbao
