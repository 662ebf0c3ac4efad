// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/front/query_options.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "common/base/cli.h"
#include "common/base/error.h"
#include "common/store/default_directory.h"

namespace timbao {
namespace {

[[noreturn]] void refuse(std::string message, std::string hint = "see --help") {
  throw Error(ExitCode::usage, std::move(message), std::move(hint));
}

std::string dashed(const QueryOption& option) { return "--" + option.row.long_name(); }

/// The options on the line that ask for a task.
std::vector<const QueryOption*> task_options_on(const CommandLine& line) {
  std::vector<const QueryOption*> chosen;
  for (const QueryOption& option : query_option_table())
    if (option.chooses && line.has(option.row.long_name())) chosen.push_back(&option);
  return chosen;
}

/// The tasks that win over all else on the line, and the first of them over the others.
constexpr std::array<QueryTask, 3> kWinning{QueryTask::generate, QueryTask::help, QueryTask::version};

QueryTask task_of(const CommandLine& line, AtTerminal at_terminal) {
  const std::vector<const QueryOption*> chosen = task_options_on(line);
  for (const QueryTask task : kWinning)
    for (const QueryOption* option : chosen)
      if (option->chooses == task) return task;
  if (chosen.size() > 1) refuse(dashed(*chosen[0]) + " and " + dashed(*chosen[1]) + " exclude each other");
  if (!chosen.empty()) return *chosen.front()->chooses;
  return line.words().empty() && at_terminal == AtTerminal::yes ? QueryTask::repl : QueryTask::search;
}

/// "--show" for QueryTask::show.
std::string name_of(QueryTask task) {
  for (const QueryOption& option : query_option_table())
    if (option.chooses == task) return dashed(option);
  return "a search";
}

/// Refuses options that the task does not take, so that no option is ignored in silence.
void check_options_of(QueryTask task, const CommandLine& line) {
  for (const QueryOption& option : query_option_table()) {
    if (!line.has(option.row.long_name())) continue;
    if (std::find(option.tasks.begin(), option.tasks.end(), task) == option.tasks.end())
      refuse(dashed(option) + " is no option of " + name_of(task));
  }
}

void check_format(const QueryOptions& options) {
  const OutputFormatRow& format = row_of(options.format);
  if (options.task == QueryTask::batch && options.format != OutputFormat::json)
    refuse("--batch writes JSON objects: it takes no --format but json");
  if (options.task == QueryTask::show && !shows_articles(format))
    refuse("--show takes --format " + in_words(format_names(shows_articles), "or") + ", not '" +
           std::string(format.name) + "'");
  if (!options.request.limit && !is_streamed(format))
    refuse("--limit all writes each hit as it comes", "give --format " + in_words(format_names(is_streamed), "or"));
  if (options.request.explain == Explain::yes && !shows_explanation(format))
    refuse("--explain has no place in this format", "give --format " + in_words(format_names(shows_explanation), "or"));
}

void check_overview(const QueryOptions& options) {
  const bool has_place = options.task != QueryTask::search || shows_overview(row_of(options.format));
  if (has_place || options.request.overview.is_empty()) return;
  refuse("--facet, --timeline, --readings and --neighbours have no place in this format",
         "give --format " + in_words(format_names(shows_overview), "or"));
}

void check_mentions(const QueryOptions& options) {
  const bool has_place = options.task != QueryTask::search || shows_mentions(row_of(options.format));
  if (has_place || options.request.mentions.show == ShowMentions::no) return;
  refuse("--mentions has no place in this format", "give --format " + in_words(format_names(shows_mentions), "or"));
}

/// Refuses words on the command line of a task that reads its queries elsewhere, as `reads` says.
void take_no_words(const std::vector<std::string>& words, const std::string& reads) {
  if (!words.empty()) refuse(reads + "; '" + words.front() + "' is too much");
}

void read_words(const std::vector<std::string>& words, QueryOptions& options) {
  if (options.task == QueryTask::batch) return take_no_words(words, "--batch reads queries from standard input");
  if (options.task == QueryTask::repl) return take_no_words(words, "--repl reads queries at a prompt");
  if (options.task == QueryTask::serve) return take_no_words(words, "--serve reads queries from its clients");
  const bool is_show = options.task == QueryTask::show;
  if (words.empty() && !is_show && !options.request.like.empty()) return;
  if (words.empty())
    refuse(is_show ? "--show needs an id" : "no query", is_show ? "- reads ids from standard input" : "see --help");
  if (is_show)
    options.ids = words;
  else
    options.request.query = joined(words, " ");
}

QueryOptions with_default_index(QueryOptions options) {
  if (options.indexes.places.empty()) options.indexes.places.push_back(folder_place(default_index_directory()));
  return options;
}

/// Reads the line of --generate. It may be half of a line that is being typed: of its other options only those count that
/// --generate takes, and where it asks for another task, no word of it belongs to a query.
QueryOptions read_generate(const CommandLine& line) {
  QueryOptions options;
  options.task = QueryTask::generate;
  const std::vector<QueryOption>& table = query_option_table();
  std::vector<QueryOption> taken;
  std::copy_if(table.begin(), table.end(), std::back_inserter(taken), [](const QueryOption& option) {
    return std::find(option.tasks.begin(), option.tasks.end(), QueryTask::generate) != option.tasks.end();
  });
  set_options(taken, line, options);
  if (options.generated) return options;
  if (task_options_on(line).size() == 1) options.typed_words = line.words();
  return with_default_index(std::move(options));
}

}  // namespace

QueryOptions parse_query_options(const std::vector<std::string>& arguments, const Day& today, AtTerminal at_terminal) {
  const CommandLine line = parse_command_line(arguments, option_rows_of(query_option_table()));
  QueryOptions options;
  options.task = task_of(line, at_terminal);
  if (options.task == QueryTask::help || options.task == QueryTask::version) return options;
  if (options.task == QueryTask::generate) return read_generate(line);
  check_options_of(options.task, line);
  if (options.task == QueryTask::batch) options.format = OutputFormat::json;
  options.request.today = today;
  set_options(query_option_table(), line, options);
  check_request(options.request);
  check_format(options);
  check_overview(options);
  check_mentions(options);
  read_words(line.words(), options);
  return with_default_index(std::move(options));
}

}  // namespace timbao
