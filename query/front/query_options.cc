// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/front/query_options.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "common/base/cli.h"
#include "common/base/error.h"
#include "common/base/utf8.h"
#include "common/index/schema.h"
#include "common/store/index_db.h"

namespace timbao {
namespace {

constexpr std::uint64_t kMostHits = 1'000'000'000;
constexpr std::uint64_t kMostSnippetChars = 100'000;

/// An option and the tasks that take it.
struct QueryOptionRow {
  OptionRow row;
  std::vector<QueryTask> tasks;
};

const std::vector<QueryOptionRow>& option_rows() {
  using T = QueryTask;
  const std::vector<T> always{T::search, T::show, T::batch}, asking{T::search, T::batch};
  static const std::vector<QueryOptionRow> kRows{
      {{"index", "DIR", Times::many,
        "the index, or several as one; else $TIMBAO_INDEX, else timbao/index in the user's data folder"},
       always},
      {{"limit,n", "N", Times::once, "hits on a page: 10; 0 only counts; all gives every hit (jsonl, tsv, ids)"},
       asking},
      {{"offset", "N", Times::once, "passes over the first N hits"}, asking},
      {{"format", "NAME", Times::once,
        "text (for people), json (one object), jsonl (a hit a line), tsv (rank score id date title path) or ids"},
       always},
      {{"sort", "ORDER", Times::once, "relevance, newest, oldest or title"}, asking},
      {{"from", "DAY", Times::once, "no article before: 2018, 01/2018, 31/01/2018, 2018-01-31 or 7d"}, asking},
      {{"to", "DAY", Times::once, "no article after; both ends are included"}, asking},
      {{"match", "HOW", Times::once, "any or all of the words; else any, with all of them far above"}, asking},
      {{"marks", "HOW", Times::once,
        "fold (đảng is dang), prefer (the reading that was typed first; usual) or strict (only that one)"},
       asking},
      {{"collapse", "", Times::once, "shows one of the copies of a story, and says how many more are hits"}, asking},
      {{"show", "", Times::once, "prints whole articles: the words are ids; - reads ids from standard input"},
       {T::show}},
      {{"batch", "", Times::once,
        "answers each line of standard input with one JSON object; a line is a query, id TAB query, or an object "
        "{\"id\":…,\"query\":…} with options as further keys"},
       {T::batch}},
      {{"explain", "", Times::once, "says how the query was read and what made each hit's score"}, asking},
      {{"highlight", "HOW", Times::once, "marks what matches, in text: auto (on a terminal), ansi, html or none"},
       asking},
      {{"snippet", "N", Times::once, "characters of a snippet: 200; 0 gives none"}, asking},
      {{"help", "", Times::once, "prints this"}, always},
      {{"version", "", Times::once, "prints the version"}, always},
  };
  return kRows;
}

std::vector<OptionRow> plain_rows() {
  std::vector<OptionRow> rows;
  for (const QueryOptionRow& row : option_rows()) rows.push_back(row.row);
  return rows;
}

[[noreturn]] void refuse(std::string message, std::string hint = "see --help") {
  throw Error(ExitCode::usage, std::move(message), std::move(hint));
}

std::optional<std::size_t> parse_limit(const std::string& text) {
  if (text == "all") return std::nullopt;
  try {
    return static_cast<std::size_t>(parse_number("limit", text, 0, kMostHits));
  } catch (const Error&) {
    refuse("--limit takes a whole number or 'all', not '" + text + "'");
  }
}

DayRange parse_day(std::string_view option, const std::string& text, const Day& today) {
  const std::optional<DayRange> days = parse_day_range(text, today);
  if (days && text.find("..") == std::string::npos) return *days;
  refuse("--" + std::string(option) + " takes a day, month or year, not '" + text + "'",
         "such as 2018, 01/2018, 31/01/2018, 2018-01-31 or 7d");
}

DayRange& days_of(SearchRequest& request) {
  if (!request.days) request.days.emplace();
  return *request.days;
}

struct RequestOption {
  std::string_view name;
  void (*set)(SearchRequest& request, const std::string& value);
};

/// What one question may have beside its query; parse_choice() gives places in the enums' own order.
constexpr std::array<RequestOption, 10> kRequestOptions{{
    {"limit", [](SearchRequest& r, const std::string& v) { r.limit = parse_limit(v); }},
    {"offset",
     [](SearchRequest& r, const std::string& v) {
       r.offset = static_cast<std::size_t>(parse_number("offset", v, 0, kMostHits));
     }},
    {"sort",
     [](SearchRequest& r, const std::string& v) {
       r.sort = static_cast<SortOrder>(parse_choice("sort", v, {"relevance", "newest", "oldest", "title"}));
     }},
    {"match",
     [](SearchRequest& r, const std::string& v) {
       r.match = parse_choice("match", v, {"any", "all"}) == 0 ? MatchMode::any : MatchMode::all;
     }},
    {"marks",
     [](SearchRequest& r, const std::string& v) {
       r.marks = static_cast<MarksMode>(parse_choice("marks", v, {"fold", "prefer", "strict"}));
     }},
    {"from", [](SearchRequest& r, const std::string& v) { days_of(r).first = parse_day("from", v, r.today).first; }},
    {"to", [](SearchRequest& r, const std::string& v) { days_of(r).last = parse_day("to", v, r.today).last; }},
    {"snippet",
     [](SearchRequest& r, const std::string& v) {
       r.snippet_chars = static_cast<std::size_t>(parse_number("snippet", v, 0, kMostSnippetChars));
     }},
    {"collapse",
     [](SearchRequest& r, const std::string& v) {
       r.collapse = static_cast<Collapse>(parse_choice("collapse", v, {"false", "true"}));
     }},
    {"explain",
     [](SearchRequest& r, const std::string& v) {
       r.explain = static_cast<Explain>(parse_choice("explain", v, {"false", "true"}));
     }},
}};

QueryTask task_of(const CommandLine& line) {
  if (line.has("help")) return QueryTask::help;
  if (line.has("version")) return QueryTask::version;
  if (line.has("show") && line.has("batch")) refuse("--show and --batch exclude each other");
  if (line.has("show")) return QueryTask::show;
  return line.has("batch") ? QueryTask::batch : QueryTask::search;
}

/// Refuses options that the task does not take: one that is passed over in silence is worse than none.
void check_options_of(QueryTask task, const CommandLine& line) {
  for (const QueryOptionRow& option : option_rows()) {
    const std::string name = option.row.long_name();
    const auto& takers = option.tasks;
    if (line.has(name) && std::find(takers.begin(), takers.end(), task) == takers.end())
      refuse("--" + name + " is no option of --show");
  }
}

void read_format(const CommandLine& line, QueryOptions& options) {
  if (options.task == QueryTask::batch) options.format = OutputFormat::json;
  const std::optional<std::string> value = line.value("format");
  if (value)
    options.format = static_cast<OutputFormat>(parse_choice("format", *value, {"text", "json", "jsonl", "tsv", "ids"}));
  if (options.task == QueryTask::batch && options.format != OutputFormat::json)
    refuse("--batch writes JSON objects: it takes no --format but json");
  if (options.task == QueryTask::show && options.format != OutputFormat::text && options.format != OutputFormat::json)
    refuse("--show takes --format text or json, not '" + *value + "'");
}

void check_format(const QueryOptions& options) {
  const bool is_whole = options.format == OutputFormat::text || options.format == OutputFormat::json;
  if (!options.request.limit && is_whole)
    refuse("--limit all writes each hit as it comes", "give --format jsonl, tsv or ids");
  const bool has_room = is_whole || options.format == OutputFormat::jsonl;
  if (options.request.explain == Explain::yes && !has_room)
    refuse("--explain has no place in this format", "give --format text, json or jsonl");
}

void read_words(const CommandLine& line, QueryOptions& options) {
  const std::vector<std::string>& words = line.words();
  if (options.task == QueryTask::batch) {
    if (!words.empty()) refuse("--batch reads queries from standard input; '" + words.front() + "' is too much");
    return;
  }
  const bool is_show = options.task == QueryTask::show;
  if (words.empty())
    refuse(is_show ? "--show needs an id" : "no query", is_show ? "- reads ids from standard input" : "see --help");
  if (is_show) {
    options.ids = words;
    return;
  }
  std::string query;
  for (const std::string& word : words) (query += &word == words.data() ? "" : " ") += word;
  options.request.query = repair_utf8(query).text;
}

void read_indexes(const CommandLine& line, QueryOptions& options) {
  options.indexes = line.values("index");
  if (std::find(options.indexes.begin(), options.indexes.end(), "") != options.indexes.end())
    refuse("--index needs a folder, not ''");
  if (options.indexes.empty()) options.indexes.push_back(default_index_directory());
}

void read_request(const CommandLine& line, SearchRequest& request) {
  for (const RequestOption& option : kRequestOptions) {
    const std::string name(option.name);
    const bool is_flag = name == "collapse" || name == "explain";
    if (line.has(name)) option.set(request, is_flag ? "true" : *line.value(name));
  }
  check_request(request);
}

std::string fields_help() {
  std::size_t width = 0;
  for (const FieldRow& row : kFields) width = std::max(width, count_code_points(row.example));
  std::string text;
  for (const FieldRow& row : kFields) {
    const std::string padding(width - count_code_points(row.example) + 2, ' ');
    text += "  " + std::string(row.example) + padding + std::string(row.help) + "\n";
  }
  return text;
}

}  // namespace

bool set_request_option(SearchRequest& request, std::string_view name, const std::string& value) {
  const auto* option = std::find_if(kRequestOptions.begin(), kRequestOptions.end(),
                                    [&](const RequestOption& candidate) { return candidate.name == name; });
  if (option == kRequestOptions.end()) return false;
  option->set(request, value);
  return true;
}

void check_request(const SearchRequest& request) {
  if (request.days && request.days->last < request.days->first)
    refuse("--from " + format_day(request.days->first) + " is after --to " + format_day(request.days->last));
}

HighlightChoice parse_highlight(std::string_view text) {
  return static_cast<HighlightChoice>(parse_choice("highlight", text, {"auto", "ansi", "html", "none"}));
}

QueryOptions parse_query_options(const std::vector<std::string>& arguments, const Day& today) {
  const CommandLine line = parse_command_line(arguments, plain_rows());
  QueryOptions options;
  options.task = task_of(line);
  if (options.task == QueryTask::help || options.task == QueryTask::version) return options;
  check_options_of(options.task, line);
  options.request.today = today;
  read_format(line, options);
  read_request(line, options.request);
  check_format(options);
  if (const std::optional<std::string> value = line.value("highlight")) options.highlight = parse_highlight(*value);
  read_words(line, options);
  read_indexes(line, options);
  return options;
}

std::string query_help() {
  return "timbao-query [OPTIONS] [QUERY...]: searches Vietnamese news, with and without marks\n\nOptions:\n" +
         describe_options(plain_rows()) +
         "\nA query is words; \"a phrase\"; +must -not; AND OR NOT with ( ); =đảng (this reading only); and fields:\n" +
         fields_help() +
         "Any text is a query: what is no operator is searched as words.\n"
         "\nStatus: 0 hits; 1 no hits (--batch: some line was bad; --show: some id is unknown); 2 wrong command line;\n"
         "3 the index is missing, damaged, not an index or of another version; 5 input or output failed; "
         "130 interrupted.\n";
}

}  // namespace timbao
