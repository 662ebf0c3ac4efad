// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/front/option_table.h"

#include <algorithm>
#include <initializer_list>
#include <iterator>
#include <utility>

#include "common/base/cli_values.h"
#include "common/base/day.h"
#include "common/base/error.h"
#include "common/base/timestamp.h"
#include "query/front/abbreviations_file.h"
#include "query/front/facet_value.h"
#include "query/front/task_options.h"

namespace timbao {
namespace {

constexpr std::uint64_t kMostSnippetChars = 100'000;
constexpr std::uint64_t kMostDays = 100'000;

using O = QueryOptions;
using V = OptionValue;

/// The tasks that answer queries.
std::vector<QueryTask> answering() { return {QueryTask::search, QueryTask::batch, QueryTask::repl}; }

void set_index(O& options, const V& value) {
  if (value.text.empty()) throw Error(ExitCode::usage, "--index needs a folder, not ''", "see --help");
  options.indexes.places.push_back(parse_index_place(value.text));
}

void set_limit(O& options, const V& value) {
  if (value.text == "all") {
    options.request.limit = std::nullopt;
    return;
  }
  try {
    options.request.limit = static_cast<std::size_t>(parse_number(value, 0, kMostHits));
  } catch (const Error&) {
    refuse_value(value, "a whole number or 'all'");
  }
}

/// The days that one date names: of "2018" all of the year, of "2018..2019" nothing.
std::optional<DayRange> days_of_date(const V& value, const Day& today) {
  if (value.text.find("..") != std::string::npos) return std::nullopt;
  return parse_day_range(value.text, today);
}

DayRange parse_day(const V& value, const Day& today) {
  if (const std::optional<DayRange> days = days_of_date(value, today)) return *days;
  refuse_value(value, "a day, month or year", "such as 2018, 01/2018, 31/01/2018, 2018-01-31 or 7d");
}

/// A moment, or the first second of a day.
std::int64_t parse_since(const V& value, const Day& today) {
  if (const std::optional<std::int64_t> moment = parse_timestamp(value.text)) return *moment;
  if (const std::optional<DayRange> days = days_of_date(value, today)) return first_second_of(days->first);
  refuse_value(value, "a day or a moment", "such as 7d, 2018-01-31 or 2018-01-31T08:00");
}

DayRange& days_of(SearchRequest& request) {
  if (!request.days) request.days.emplace();
  return *request.days;
}

std::vector<QueryOption> page_options() {
  const SearchRequest usual;
  return {
      {{"index", "DIR", Times::many,
        "the index, or several as one; else $TIMBAO_INDEX, else timbao/index in the user's data folder; "
        "remote:HOST:PORT and ssh:HOST:DIR are on other machines: see docs/remote.md"},
       set_index,
       with_an_index()},
      {{"require-all", "", Times::once,
        "fails where an index on another machine does not answer; else its articles are left out, and that is said"},
       [](O& o, const V& /*value*/) { o.indexes.when_missing = WhenMissing::fail; },
       with_an_index()},
      {{"limit,n", "N", Times::once,
        "hits on a page: " + std::to_string(usual.limit.value_or(0)) + "; 0 only counts; all gives every hit (" +
            joined(format_names(is_streamed), ", ") + ")"},
       set_limit,
       answering(),
       Askable::yes},
      {{"offset", "N", Times::once, "passes over the first N hits"},
       [](O& o, const V& v) { o.request.offset = static_cast<std::size_t>(parse_number(v, 0, kMostHits)); },
       answering(),
       Askable::yes},
      {{"format", "NAME", Times::once, in_words(choices_of(output_formats())), choices_of(output_formats())},
       [](O& o, const V& v) { o.format = parse_choice(v, output_formats()); },
       {QueryTask::search, QueryTask::show, QueryTask::batch}},
  };
}

std::vector<QueryOption> hit_options() {
  return {
      {{"sort", "ORDER", Times::once, in_words(choices_of(kSortOrders)), choices_of(kSortOrders)},
       [](O& o, const V& v) { o.request.sort = parse_choice(v, kSortOrders); },
       answering(),
       Askable::yes},
      {{"from", "DAY", Times::once, "no article before: 2018, 01/2018, 31/01/2018, 2018-01-31 or 7d"},
       [](O& o, const V& v) { days_of(o.request).first = parse_day(v, o.request.today).first; },
       answering(),
       Askable::yes},
      {{"to", "DAY", Times::once, "no article after; both ends are included"},
       [](O& o, const V& v) { days_of(o.request).last = parse_day(v, o.request.today).last; },
       answering(),
       Askable::yes},
      {{"since", "WHEN", Times::once, "only articles that the index has since a day or moment: 7d, 2018-01-31T08:00"},
       [](O& o, const V& v) { o.request.first_indexed_since = parse_since(v, o.request.today); },
       answering(),
       Askable::yes},
      {{"match", "HOW", Times::once,
        in_words(choices_of(kMatchModes)) + " of the words; else any, with all of them far above",
        choices_of(kMatchModes)},
       [](O& o, const V& v) { o.request.match = parse_choice(v, kMatchModes); },
       answering(),
       Askable::yes},
      {{"marks", "HOW", Times::once, in_words(choices_of(kMarksModes)), choices_of(kMarksModes)},
       [](O& o, const V& v) { o.request.marks = parse_choice(v, kMarksModes); },
       answering(),
       Askable::yes},
      {{"suggest", "", Times::once,
        "searches what was more likely meant, where a query looks mistyped or lacks its marks"},
       [](O& o, const V& v) { o.request.suggest = parse_choice(v, kSuggests); },
       answering(),
       Askable::yes},
      {{"collapse", "", Times::once, "shows one of the copies of a story, and says how many more are hits"},
       [](O& o, const V& v) { o.request.collapse = parse_choice(v, kCollapses); },
       answering(),
       Askable::yes},
  };
}

std::vector<QueryOption> variant_options() {
  return {
      {{"abbreviations", "FILE", Times::once, "reads more abbreviations, a line each: ABBREVIATION = EXPANSION"},
       [](O& o, const V& v) { o.request.abbreviations = read_abbreviations_file(v.text); },
       {QueryTask::search, QueryTask::batch, QueryTask::repl, QueryTask::serve}},
      {{"no-variants", "", Times::once,
        "searches no abbreviations, other spellings, names and numbers in place of what was typed"},
       [](O& o, const V& v) { o.request.no_variants = parse_choice(v, kAsTyped); },
       answering(),
       Askable::yes},
      {{"no-typing", "", Times::once, "takes no word for the keys of Telex, VNI or VIQR"},
       [](O& o, const V& v) { o.request.no_typing = parse_choice(v, kAsTyped); },
       answering(),
       Askable::yes},
      {{"not-as", "TEXT", Times::many,
        "searches no word as this, which notes say is also searched: --not-as 'cảnh sát giao thông'"},
       [](O& o, const V& v) { o.request.not_as.push_back(v.text); },
       answering(),
       Askable::yes,
       {},
       [](O& o) { o.request.not_as.clear(); }},
  };
}

void set_like(O& options, const V& value) {
  if (value.text.empty()) throw Error(ExitCode::usage, "--like needs an id, not ''", "see --help");
  options.request.like = value.text;
}

std::vector<QueryOption> likeness_options() {
  return {
      {{"like", "ID", Times::once,
        "finds articles like this one, of those with all words of the query if there is one"},
       set_like,
       answering(),
       Askable::yes},
      {{"recent", "DAYS", Times::once, "lifts newer articles: one of today most, one of so many days ago half as much"},
       [](O& o, const V& v) { o.request.recent_days = static_cast<std::uint32_t>(parse_number(v, 1, kMostDays)); },
       answering(),
       Askable::yes},
  };
}

void add_compared(O& options, const V& value) {
  if (value.text.empty()) throw Error(ExitCode::usage, "--compare needs a query, not ''", "see --help");
  options.request.overview.compared.emplace_back(value.text);
}

void set_neighbours(O& options, const V& value) {
  std::optional<std::size_t>& within = options.request.overview.neighbours;
  within = kUsualWithin;
  if (value.text == "false") within = std::nullopt;
  if (value.text == "true" || value.text == "false") return;
  within = static_cast<std::size_t>(parse_number(value, 1, kMostWithin));
}

std::vector<QueryOption> neighbour_options() {
  return {
      {{"neighbours", "[=N]", Times::once,
        "lists the words that stand near the query more often than elsewhere, within N words; usual: " +
            std::to_string(kUsualWithin)},
       set_neighbours,
       answering(),
       Askable::yes},
      {{"function-words", "", Times::once, "counts words such as và, của, những among the --neighbours too"},
       [](O& o, const V& v) { o.request.overview.function_words = parse_choice(v, kFunctionWords); },
       answering(),
       Askable::yes},
  };
}

std::vector<QueryOption> overview_options() {
  return {
      {{"facet",
        "FIELD[:N]",
        Times::many,
        "counts the articles by " + in_words(choices_of(kFacetFields)) +
            ": the N commonest values, 10 or all; several "
            "have commas between them",
        {},
        choices_of(kFacetFields)},
       [](O& o, const V& v) { add_facets(v, o.request.overview.facets); },
       answering(),
       Askable::yes,
       {},
       [](O& o) { o.request.overview.facets.clear(); }},
      {{"timeline", "UNIT", Times::once,
        "counts them by " + in_words(choices_of(kTimelineUnits)) + ", beside all articles of that time",
        choices_of(kTimelineUnits)},
       [](O& o, const V& v) { o.request.overview.timeline = parse_choice(v, kTimelineUnits); },
       answering(),
       Askable::yes},
      {{"compare", "QUERY", Times::many,
        "counts in the same --timeline what another query finds; up to " +
            std::to_string(OverviewRequest::kMostCompared) + " times"},
       add_compared,
       answering(),
       Askable::yes,
       {},
       [](O& o) { o.request.overview.compared.clear(); },
       '|'},
      {{"readings", "", Times::once, "counts them by the readings of each word of the query"},
       [](O& o, const V& v) { o.request.overview.readings = parse_choice(v, kShowReadings); },
       answering(),
       Askable::yes},
  };
}

void set_mentions(O& options, const V& value) {
  MentionRequest& mentions = options.request.mentions;
  mentions.show = value.text == "false" ? ShowMentions::no : ShowMentions::yes;
  mentions.limit = std::nullopt;
  if (value.text == "true" || value.text == "false") return;
  mentions.limit = static_cast<std::size_t>(parse_number(value, 0, kMostHits));
}

std::vector<QueryOption> mention_options() {
  return {
      {{"mentions", "[=N]", Times::once,
        "shows each place where the query matches, in its context, in place of hits (json: beside them): N of them, or "
        "all"},
       set_mentions,
       answering(),
       Askable::yes},
      {{"mention-sort", "ORDER", Times::once, in_words(choices_of(kMentionSorts)), choices_of(kMentionSorts)},
       [](O& o, const V& v) { o.request.mentions.sort = parse_choice(v, kMentionSorts); },
       answering(),
       Askable::yes},
      {{"mention-offset", "N", Times::once, "passes over the first N mentions"},
       [](O& o, const V& v) { o.request.mentions.offset = static_cast<std::size_t>(parse_number(v, 0, kMostHits)); },
       answering(),
       Askable::yes},
  };
}

std::vector<QueryOption> look_options() {
  return {
      {{"explain", "", Times::once, "says how the query was read and what made each hit's score"},
       [](O& o, const V& v) { o.request.explain = parse_choice(v, kExplains); },
       answering(),
       Askable::yes},
      {{"highlight", "HOW", Times::once, "marks what matches, in text: " + in_words(choices_of(kHighlightChoices)),
        choices_of(kHighlightChoices)},
       [](O& o, const V& v) { o.highlight = parse_choice(v, kHighlightChoices); },
       answering(),
       Askable::yes},
      {{"snippet", "N", Times::once,
        "characters of a snippet: " + std::to_string(SearchRequest().snippet_chars) + "; 0 gives none"},
       [](O& o, const V& v) {
         o.request.snippet_chars = static_cast<std::size_t>(parse_number(v, 0, kMostSnippetChars));
       },
       answering(),
       Askable::yes},
  };
}

std::vector<QueryOption> every_option() {
  std::vector<QueryOption> table;
  for (std::vector<QueryOption> group :
       {page_options(), hit_options(), variant_options(), likeness_options(), overview_options(), neighbour_options(),
        mention_options(), task_options(), serve_options(), look_options(), help_options()})
    std::move(group.begin(), group.end(), std::back_inserter(table));
  return table;
}

void check_neighbours(const OverviewRequest& overview) {
  if (overview.function_words == FunctionWords::yes && !overview.neighbours)
    throw Error(ExitCode::usage, "--function-words counts function words among --neighbours", "give --neighbours too");
}

void check_compared(const OverviewRequest& overview) {
  if (overview.compared.empty()) return;
  if (!overview.timeline)
    throw Error(ExitCode::usage,
                "--compare compares queries through time: it needs --timeline " + in_words(choices_of(kTimelineUnits)),
                "see --help");
  if (overview.compared.size() > OverviewRequest::kMostCompared)
    throw Error(ExitCode::usage,
                "--compare takes at most " + std::to_string(OverviewRequest::kMostCompared) + " queries, not " +
                    std::to_string(overview.compared.size()),
                "see --help");
}

}  // namespace

const std::vector<QueryOption>& query_option_table() {
  static const std::vector<QueryOption> kTable = every_option();
  return kTable;
}

bool set_asked_option(QueryOptions& options, const OptionValue& value) {
  return set_asked_values(options, value.option, {value.text});
}

bool set_asked_values(QueryOptions& options, const std::string& name, const std::vector<std::string>& values) {
  const std::vector<QueryOption>& table = query_option_table();
  const auto option = std::find_if(table.begin(), table.end(), [&](const QueryOption& candidate) {
    return candidate.askable == Askable::yes && candidate.row.long_name() == name;
  });
  if (option == table.end()) return false;
  if (values.size() > 1 && option->row.times == Times::once)
    throw Error(ExitCode::usage, "--" + name + " is given twice", "see --help");
  if (option->reset != nullptr) option->reset(options);
  for (const std::string& value : values) option->set(options, {name, value});
  return true;
}

void check_request(const SearchRequest& request) {
  if (request.recent_days && request.sort != SortOrder::relevance)
    throw Error(ExitCode::usage, "--recent lifts hits that are sorted by relevance: it takes no --sort but relevance",
                "see --help");
  check_compared(request.overview);
  check_neighbours(request.overview);
  if (request.mentions.show == ShowMentions::no && !request.mentions.is_usual())
    throw Error(ExitCode::usage, "--mention-sort and --mention-offset say which --mentions are shown",
                "give --mentions too");
  if (!request.days || !(request.days->last < request.days->first)) return;
  throw Error(ExitCode::usage,
              "--from " + format_day(request.days->first) + " is after --to " + format_day(request.days->last),
              "see --help");
}

}  // namespace timbao
