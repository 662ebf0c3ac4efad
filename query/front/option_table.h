// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/base/cli_option.h"
#include "query/front/serve/address.h"
#include "query/output/formats.h"
#include "query/output/look.h"
#include "query/request/request.h"

namespace timbao {

/// What timbao-query is asked to do.
enum class QueryTask : std::uint8_t {
  search,   ///< answers the query on the command line
  show,     ///< prints whole articles by their ids
  batch,    ///< answers each line of standard input
  repl,     ///< answers the lines that a person types at a prompt
  serve,    ///< answers the requests of browsers and programs
  help,     ///< prints the help
  version,  ///< prints the version
};

/// The command line of timbao-query, read whole: what was not typed has the default that stands here.
///
///   QueryOptions options = parse_query_options({"--limit=5", "đảng", "bộ"}, today);
///   options.task            // QueryTask::search
///   options.request.limit   // 5
struct QueryOptions {
  QueryTask task = QueryTask::search;

  /// --index: directories, at least one.
  std::vector<std::string> indexes;

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

/// The option table, in the order of --help.
///
/// Source   option_table.cc. Covered by tests/query/front/query_options_test.cc and option_table_test.cc.
/// Threads  any: the table never changes.
const std::vector<QueryOption>& query_option_table();

/// Sets one option by its long name as a request does: a key of a batch's object.
///
///   set_asked_option(options, {"limit", "5"})
///
/// Takes    the name and the value as text; `true` or `false` for an option that takes no value.
/// Returns  whether a request may set an option of this name.
/// Errors   Error(usage) as the command line gives it: "--limit takes a whole number or 'all', not '-3'".
/// Source   the rows with Askable::yes. Covered by tests/query/front/batch_test.cc.
bool set_asked_option(QueryOptions& options, const OptionValue& value);

/// The same for an option that is given several times, as in the address of a page (?facet=source&facet=year) or
/// as the list of a batch's object.
///
///   set_asked_values(options, "facet", {"source", "year"})
///
/// Errors   as set_asked_option(); Error(usage) also where the option may be given once only.
bool set_asked_values(QueryOptions& options, const std::string& name, const std::vector<std::string>& values);

/// Refuses what no single option is to blame for: a --from that is after --to, --recent with an order by something else,
/// --compare without --timeline.
///
/// Errors   Error(usage): "--from 2018-01-01 is after --to 2017-12-31".
/// Source   covered by tests/query/front/query_options_test.cc and batch_test.cc.
void check_request(const SearchRequest& request);

}  // namespace timbao
