// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>

#include "indexer/input/files/format.h"
#include "indexer/input/files/source.h"
#include "indexer/memory_budget.h"
#include "indexer/streams.h"

namespace timbao {

/// What `timbao-index add` was told to do, as plain values.
///
///   AddOptions options;
///   options.index = "/tmp/index";
///   options.sources.paths = {"archive", "extra/news.jsonl"};
///
/// The values are as typed, or the defaults below. What follows from several of them together (whether files are
/// looked up in the ledger, how the memory is divided) is decided where the run is planned, not here.
///
/// Takes    from the command line only what parse_add() accepts: no two options that exclude each other.
/// Source   the rows of add's options: indexer/command/add_command.cc; tests/indexer/command/index_options_test.cc.
struct AddOptions {
  std::string index;                             ///< the index's directory
  Verbosity verbosity = Verbosity::normal;       ///< --quiet, --verbose
  SourceOptions sources;                         ///< PATH..., --files0-from, --include, --exclude, --root
  std::optional<Format> format;                  ///< --format; none: the content of each file tells
  std::string source;                            ///< --source; empty: an article that names no newspaper has none
  std::size_t jobs = 1;                          ///< --jobs
  std::size_t memory_bytes = kUsualMemory;       ///< --memory
  std::size_t article_bytes = kUsualMaxArticle;  ///< --max-article
  bool dry_run = false;                          ///< --dry-run
  std::optional<std::string> errors_file;        ///< --errors
  bool prune = false;                            ///< --prune
  bool force = false;                            ///< --force
  bool restore = false;                          ///< --restore
  bool rebuild = false;                          ///< --rebuild; without paths: from the articles that the index stores
  std::chrono::seconds wait{0};                  ///< --wait
};

}  // namespace timbao
