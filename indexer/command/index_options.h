// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "indexer/input/files/format.h"
#include "indexer/input/files/source.h"

namespace timbao {

/// What timbao-index is asked to do.
enum class IndexCommand : std::uint8_t { help, version, add, remove, stats, check, compact, dump, tokens };

/// How much it tells on standard error.
enum class Verbosity : std::uint8_t { quiet, normal, verbose };

/// The command line of timbao-index, read whole: what was not typed has its default.
struct IndexOptions {
  IndexCommand command = IndexCommand::help;
  std::string index;  ///< the index's directory
  Verbosity verbosity = Verbosity::normal;
  std::vector<std::string> words;          ///< what is no option: TEXT of `tokens`, ID of `remove`
  SourceOptions sources;                   ///< of `add`
  std::optional<Format> format;            ///< --format; without it the content of each file tells
  std::string source;                      ///< --source
  std::size_t jobs = 1;                    ///< --jobs
  std::size_t memory_bytes = 256U << 20U;  ///< --memory
  std::size_t article_bytes = 16U << 20U;  ///< --max-article
  bool dry_run = false;                    ///< --dry-run
  std::optional<std::string> errors_file;  ///< --errors
  bool prune = false;                      ///< --prune
  bool force = false;                      ///< --force
  bool restore = false;                    ///< --restore
  bool rebuild = false;                    ///< --rebuild; without paths: from the index itself
  std::chrono::seconds wait{0};            ///< --wait
  bool json = false;                       ///< --json
};

/// Reads the command line of timbao-index.
///
///   parse_index_options({"--index", "/tmp/x", "add", "--jobs=2", "samples"}).jobs == 2
///
/// Takes    the arguments without the program's name.
/// Returns  the options; `jobs` is the number of hardware threads where none was asked for.
/// Errors   Error(usage): an unknown command, an option that is unknown, given twice, without its value, with one that
///          makes no sense, or of another command; a missing PATH.
IndexOptions parse_index_options(const std::vector<std::string>& arguments);

/// What --help prints.
std::string index_help();

}  // namespace timbao
