// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "common/base/error.h"
#include "indexer/add/add_options.h"
#include "indexer/command/command.h"
#include "indexer/streams.h"

namespace timbao {

/// `timbao-index add PATH...`: its line in --help and its options.
Command add_command();

/// Reads the command line of `add`.
///
///   add --jobs=2 archive extra/news.jsonl
///
/// Takes    the line without the word "add"; the index and the verbosity.
/// Returns  options that go together. `jobs` is the number of hardware threads where --jobs does not say it.
/// Errors   Error(usage): a value that makes no sense, no PATH, two options that exclude each other.
/// Source   covered by tests/indexer/command/index_options_test.cc and tests/fuzz/index_options_fuzz.cc.
AddOptions parse_add(const CommandLine& line, const CommonOptions& common);

/// Runs `add`: reads articles, makes them findable, and tells what became of each of them.
///
/// Holds the writer's lock from its start to its end; --dry-run takes no lock and writes nothing.
///
/// Returns  done; incomplete where something was rejected; interrupted after Ctrl-C (what was complete by then is
///          published).
/// Errors   Error: see WriterLock, ArticleSink, AddReport, list_sources. The index is then as it was before.
/// Source   covered by tests/cli/index_*_test.cc and tests/fault.
ExitCode run_add(const AddOptions& options, const IndexStreams& streams);

}  // namespace timbao
