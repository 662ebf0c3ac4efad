// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/maintain/stats.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <map>
#include <string_view>
#include <utility>

#include "common/base/version.h"
#include "common/index/schema.h"
#include "common/store/damage/glass_names.h"
#include "common/store/index_folder.h"
#include "common/store/index_reader.h"
#include "common/store/versions.h"
#include "indexer/ledger/ledger.h"

namespace timbao {
namespace {

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

NamedCounts read_sources(const Xapian::Database& database) {
  std::map<std::string, std::uint64_t> counted;
  for (auto at = database.valuestream_begin(slot::kSource); at != database.valuestream_end(slot::kSource); ++at)
    ++counted[*at];
  NamedCounts sources(counted.begin(), counted.end());
  std::stable_sort(sources.begin(), sources.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  return sources;
}

/// Whether a term is a reading. All other terms begin with a prefix of capitals, and no folded form holds a capital.
bool is_reading(const std::string& term) { return term.front() < 'A' || term.front() > 'Z'; }

/// Counts terms, readings and folded forms. The readings of one folded form begin with that form and ~, so they are
/// neighbours in the list of terms.
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

NamedCounts read_years(const Xapian::Database& database) {
  NamedCounts years;
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

/// The bytes of the current generations: their total, and each table by the name of its file ("postlist").
NamedCounts read_bytes(const std::string& directory) {
  std::map<std::string, std::uint64_t> tables;
  std::uint64_t total = 0;
  // A writer may publish meanwhile and remove these generations; the figures are then of the files that are left.
  std::error_code gone;
  for (const std::string& path : generation_paths(directory, current_generations(directory))) {
    for (const auto& entry : std::filesystem::directory_iterator(path, gone)) {
      const std::uintmax_t bytes = entry.file_size(gone);
      if (gone) continue;
      total += bytes;
      if (entry.path().extension() == kTableSuffix) tables[entry.path().stem().string()] += bytes;
    }
  }
  NamedCounts counts{{"total", total}};
  counts.insert(counts.end(), tables.begin(), tables.end());
  return counts;
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

}  // namespace timbao
