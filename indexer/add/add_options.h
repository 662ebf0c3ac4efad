// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>

#include "indexer/input/article/key_map.h"
#include "indexer/input/charset/charset.h"
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
  /// --index: the index's directory, which need not exist.
  std::string index;

  /// --quiet, --verbose.
  Verbosity verbosity = Verbosity::normal;

  /// PATH..., --files0-from, --include, --exclude, --root.
  SourceOptions sources;

  /// --format of every file; nothing stands for `auto`: the content of each file tells its format.
  std::optional<Format> format;

  /// --charset of the texts that are no UTF-8; nothing stands for `auto`: the words of each text tell its charset.
  std::optional<Charset> charset;

  /// --map: keys of records, or columns of tables, and the parts of an article that they are.
  KeyMap map;

  /// --table: the table of a database that articles are read from; empty: its columns tell.
  std::string table;

  /// --source: the newspaper of articles that name none; empty: they have none.
  std::string source;

  /// --jobs: threads that index.
  std::size_t jobs = 1;

  /// --memory: what the run may use. indexer/memory_budget.h divides it.
  std::size_t memory_bytes = kUsualMemory;

  /// --shards: into how many databases the index is divided; nothing: as it is, and a first index is not divided.
  std::optional<std::size_t> shards;

  /// --max-article: articles whose text is larger are rejected.
  std::size_t article_bytes = kUsualMaxArticle;

  /// --dry-run: everything is read and nothing is written.
  bool dry_run = false;

  /// --errors: the file that gets a line of JSON for each rejection and each warning.
  std::optional<std::string> errors_file;

  /// --prune: articles whose files are gone are forgotten.
  bool prune = false;

  /// --force: --prune may forget more than a tenth of the articles.
  bool force = false;

  /// --restore: takedowns among the articles that are read are taken back.
  bool restore = false;

  /// --rebuild: the index is made anew of exactly the paths, or without paths of the articles that it stores.
  bool rebuild = false;

  /// --wait: how long to wait for another process that writes the index.
  std::chrono::seconds wait{0};
};

}  // namespace timbao
