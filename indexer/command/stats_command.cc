// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/command/stats_command.h"

#include <algorithm>
#include <ostream>
#include <utility>

#include "common/base/error.h"
#include "common/base/json.h"
#include "indexer/add/progress.h"

namespace timbao {
namespace {

constexpr std::size_t kShownSources = 10;

Json as_object(const NamedCounts& counts) {
  Json object = Json::object();
  for (const auto& [name, count] : counts) object[name] = count;
  return object;
}

Json as_list(const NamedCounts& counts) {
  Json list = Json::array();
  for (const auto& [name, count] : counts) list.push_back({{"value", name}, {"count", count}});
  return list;
}

Json as_day(const std::optional<Day>& day) { return day ? Json(format_day(*day)) : Json(); }

void add_row(std::string& text, std::string name, const std::string& value) {
  name.resize(std::max<std::size_t>(name.size(), 12), ' ');
  text += name + on_one_line(value) + '\n';
}

std::vector<Option<StatsOptions>> stats_options() {
  return {{{"json", "", Times::once, "as JSON"},
           [](StatsOptions& options, const OptionValue&) { options.format = StatsFormat::json; }}};
}

}  // namespace

std::string stats_as_json(const IndexStats& stats) {
  Json versions = Json::object();
  for (const auto& [name, version] : stats.versions) versions[name] = version;
  return to_line({{"articles", stats.articles},
                  {"removed", stats.removed},
                  {"terms", stats.terms},
                  {"readings", stats.readings},
                  {"folded", stats.folded},
                  {"bytes", as_object(stats.bytes)},
                  {"dates", {{"first", as_day(stats.first)}, {"last", as_day(stats.last)}}},
                  {"years", as_list(stats.years)},
                  {"sources", as_list(stats.sources)},
                  {"copies", {{"stories", stats.copies.stories}, {"articles", stats.copies.articles}}},
                  {"versions", std::move(versions)}}) +
         '\n';
}

std::string stats_as_text(const IndexStats& stats) {
  std::string text;
  add_row(text, "articles", with_thousands(stats.articles));
  add_row(text, "removed", with_thousands(stats.removed));
  add_row(text, "terms", with_thousands(stats.terms));
  add_row(text, "readings", with_thousands(stats.readings) + " of " + with_thousands(stats.folded) + " folded words");
  for (const auto& [name, bytes] : stats.bytes) add_row(text, "bytes", name + ": " + with_thousands(bytes));
  if (stats.first && stats.last) add_row(text, "dates", format_day(*stats.first) + " to " + format_day(*stats.last));
  for (const auto& [year, count] : stats.years) add_row(text, "year", year + ": " + with_thousands(count));
  const std::size_t shown = std::min(stats.sources.size(), kShownSources);
  for (std::size_t i = 0; i < shown; ++i)
    add_row(text, "source", stats.sources[i].first + ": " + with_thousands(stats.sources[i].second));
  if (shown < stats.sources.size())
    add_row(text, "source", "and " + with_thousands(stats.sources.size() - shown) + " others");
  add_row(text, "copies",
          with_thousands(stats.copies.articles) + " articles of " + with_thousands(stats.copies.stories) + " stories");
  for (const auto& [name, version] : stats.versions) add_row(text, "version", name + " " + version);
  return text;
}

Command stats_command() {
  return {"stats", "", "says what the index holds", option_rows_of(stats_options()), prepare<parse_stats, run_stats>};
}

StatsOptions parse_stats(const CommandLine& line, const CommonOptions& common) {
  StatsOptions options{common.index, StatsFormat::text};
  set_options(stats_options(), line, options);
  return options;
}

ExitCode run_stats(const StatsOptions& options, const IndexStreams& streams) {
  const IndexStats stats = read_stats(options.index);
  streams.out << (options.format == StatsFormat::json ? stats_as_json(stats) : stats_as_text(stats));
  return ExitCode::done;
}

}  // namespace timbao
