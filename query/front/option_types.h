// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/base/cli_option.h"
#include "common/base/generate/generate.h"
#include "common/store/index_place.h"
#include "query/front/serve/address.h"
#include "query/output/formats.h"
#include "query/output/look.h"
#include "query/request/request.h"

namespace timbao {

/// What timbao-query is asked to do.
enum class QueryTask : std::uint8_t {
  search,    ///< answers the query on the command line
  show,      ///< prints whole articles by their ids
  batch,     ///< answers each line of standard input
  repl,      ///< answers the lines that a person types at a prompt
  serve,     ///< answers the requests of browsers and programs
  generate,  ///< prints the manual page, completions of a shell, or words that a query can go on with
  help,      ///< prints the help
  version,   ///< prints the version
};

/// The command line of timbao-query, read whole: what was not typed has the default that stands here.
///
///   QueryOptions options = parse_query_options({"--limit=5", "đảng", "bộ"}, today);
///   options.task            // QueryTask::search
///   options.request.limit   // 5
struct QueryOptions {
  QueryTask task = QueryTask::search;

  /// --index and --require-all: where the indexes are, at least one, and what happens where one does not answer.
  IndexChoice indexes;

  /// The words after --show; "-" stands for the ids on standard input.
  std::vector<std::string> ids;

  /// The query and its options; of --batch, what a line does not say itself.
  SearchRequest request;

  OutputFormat format = OutputFormat::text;
  HighlightChoice highlight = HighlightChoice::automatic;

  /// --jobs: the threads that answer a batch or requests; nothing: as many as is usual.
  std::optional<std::size_t> jobs;

  /// --serve and --token: where to listen, and the file that holds the token; empty: clients need none.
  ServeAddress serve_address;
  std::string token_file;

  /// --generate: what the program makes of its option table; nothing: the words that a query can go on with.
  std::optional<Generated> generated;

  /// The words of a query that is being typed, for `--generate words`.
  std::vector<std::string> typed_words;
};

/// Whether one request (an object of a batch) may set an option, beside the command line. `no` is for what belongs to
/// the process: which index is open, which task is done.
enum class Askable : std::uint8_t { no, yes };

/// One row an option of timbao-query. Its help, its value, the tasks that take it, whether a request may set it and what
/// setting it does stand here and nowhere else.
///
///   {{"offset", "N", Times::once, "passes over the first N hits"},
///    [](QueryOptions& o, const OptionValue& v) { o.request.offset = parse_number(v, 0, kMostHits); },
///    answering, Askable::yes}
struct QueryOption {
  OptionRow row;
  void (*set)(QueryOptions& options, const OptionValue& value) = nullptr;  ///< null: it only chooses a task
  std::vector<QueryTask> tasks;                                            ///< that take it
  Askable askable = Askable::no;
  std::optional<QueryTask> chooses = {};  ///< the task that it asks for: --show, --batch, --help, --version

  /// Of an option whose values add up: takes back those of the command line before a request sets its own.
  void (*reset)(QueryOptions& options) = nullptr;

  /// Of an option whose values add up: what stands between them at the prompt.
  char between = ' ';
};

}  // namespace timbao
