// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/command/stats_command.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <map>
#include <ostream>
#include <string_view>
#include <utility>

#include "common/base/error.h"
#include "common/base/json.h"
#include "common/base/version.h"
#include "common/index/schema.h"
#include "common/store/index_db.h"
#include "indexer/add/progress.h"
#include "indexer/ledger/ledger.h"

namespace timbao {
namespace {

constexpr std::size_t kShownSources = 10;

using Counts = std::vector<std::pair<std::string, std::uint64_t>>;

/// The day of a term "D20180131".
std::optional<Day> day_of_term(const std::string& term) {
  const std::string_view digits = std::string_view(term).substr(prefix::kDay.size());
  if (digits.size() != 8) return std::nullopt;
  Day day;
  const auto read = [&](std::size_t at, std::size_t length, int& to) {
    std::from_chars(digits.data() + at, digits.data() + at + length, to);
  };
  read(0, 4, day.year);
  read(4, 2, day.month);
  read(6, 2, day.day);
  return day;
}

void read_days(const Xapian::Database& database, IndexStats& stats) {
  const std::string days(prefix::kDay);
  for (auto term = database.allterms_begin(days); term != database.allterms_end(days); ++term) {
    stats.last = day_of_term(*term);
    if (!stats.first) stats.first = stats.last;
  }
}

Counts read_sources(const Xapian::Database& database) {
  std::map<std::string, std::uint64_t> counted;
  for (auto at = database.valuestream_begin(slot::kSource); at != database.valuestream_end(slot::kSource); ++at)
    ++counted[*at];
  Counts sources(counted.begin(), counted.end());
  std::stable_sort(sources.begin(), sources.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  return sources;
}

/// Prefixes are capitals, which no folded form has; so what has none is a reading.
bool is_reading(const std::string& term) { return term.front() < 'A' || term.front() > 'Z'; }

/// All readings of a folded form begin with it and ~, so they stand side by side.
void count_terms(const Xapian::Database& database, IndexStats& stats) {
  std::string last;
  for (auto at = database.allterms_begin(); at != database.allterms_end(); ++at) {
    ++stats.terms;
    const std::string term = *at;
    if (!is_reading(term)) continue;
    ++stats.readings;
    std::string folded = term.substr(0, term.find('~'));
    if (folded == last) continue;
    ++stats.folded;
    last = std::move(folded);
  }
}

Counts read_years(const Xapian::Database& database) {
  Counts years;
  const std::string all(prefix::kYear);
  for (auto term = database.allterms_begin(all); term != database.allterms_end(all); ++term)
    years.emplace_back((*term).substr(all.size()), term.get_termfreq());
  return years;
}

std::vector<std::pair<std::string, std::string>> read_versions(const Xapian::Database& database) {
  const auto version = [&](std::string_view key) { return database.get_metadata(std::string(key)); };
  return {{"program", std::string(kVersion)},
          {"format", version(IndexVersion::kFormatKey)},
          {"fold", version(IndexVersion::kFoldKey)},
          {"data", version(IndexVersion::kDataKey)},
          {"collation", version(IndexVersion::kCollationKey)}};
}

/// "postlist" and the other tables, by the names of their files.
Counts read_bytes(const std::string& directory) {
  Counts tables;
  std::uint64_t total = 0;
  std::error_code gone;  // a writer may have published meanwhile: then the figures are of what is left
  for (const auto& entry : std::filesystem::directory_iterator(directory + "/" + current_generation(directory), gone)) {
    const std::uintmax_t bytes = entry.file_size(gone);
    if (gone) continue;
    total += bytes;
    if (entry.path().extension() == ".glass") tables.emplace_back(entry.path().stem().string(), bytes);
  }
  std::sort(tables.begin(), tables.end());
  tables.insert(tables.begin(), {"total", total});
  return tables;
}

Json as_object(const Counts& counts) {
  Json object = Json::object();
  for (const auto& [name, count] : counts) object[name] = count;
  return object;
}

Json as_list(const Counts& counts) {
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

IndexStats read_stats(const std::string& directory) {
  IndexReader reader({directory});
  IndexStats stats = reader.read([](const Xapian::Database& database) {
    IndexStats read;
    read.articles = database.get_doccount();
    read.removed = Ledger(database).count_removed();
    count_terms(database, read);
    read_days(database, read);
    read.years = read_years(database);
    read.copies = count_shared_keys(database);
    read.sources = read_sources(database);
    read.versions = read_versions(database);
    return read;
  });
  stats.bytes = read_bytes(directory);
  return stats;
}

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
