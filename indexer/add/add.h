// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "common/base/error.h"
#include "indexer/add/add_options.h"
#include "indexer/streams.h"

namespace timbao {

/// Adds or refreshes the articles of an index: plans the run, takes the lock, carries the plan out, and tells what came
/// of it.
///
///   AddOptions options;
///   options.index = "/tmp/index";
///   options.sources.paths = {"samples"};
///   const ExitCode status = add(options, {std::cin, std::cout, std::cerr});
///
/// The index's WriterLock is held from the start to the end; a dry run takes none and writes nothing.
/// Takes    options as parse_add() accepts them, and the program's streams.
/// Returns  done; incomplete where something was rejected, a folder had nothing to read, or --prune was refused;
///          interrupted after Ctrl-C (what was complete is then published).
/// Errors   Error: see WriterLock, add_articles, ErrorsFile. The index is then as it was before.
/// Threads  one call at a time in a process: it listens to signals.
/// Source   README, "Use"; tests/cli/index_*_test.cc run the real program.
ExitCode add(const AddOptions& options, const IndexStreams& streams);

}  // namespace timbao
