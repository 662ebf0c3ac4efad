// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/holdings.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

#include "common/index/moment_key.h"
#include "common/index/schema.h"
#include "common/index/terms.h"
#include "query/search/article_data.h"
#include "query/search/slot_walk.h"

namespace timbao {
namespace {

constexpr std::size_t kMonthSize = 7;  // of "2018-01-31"

/// Articles with a value, by their spellings of it, and by month.
struct SourceCounts {
  std::map<std::string, std::uint64_t> by_spelling, by_month;
  std::uint64_t articles = 0;

  [[nodiscard]] const std::string& usual_spelling() const {
    const auto fewer = [](const auto& a, const auto& b) { return a.second < b.second; };
    return std::max_element(by_spelling.begin(), by_spelling.end(), fewer)->first;
  }
};

/// Counts articles one by one, in the order of their documents.
class Shelf {
 public:
  void add(const std::string& source, const std::optional<std::int64_t>& moment) {
    std::string month;
    if (moment) {
      const Day day = day_at(*moment);
      month = format_day(day).substr(0, kMonthSize);
      if (!days_) days_ = DayRange{day, day};
      if (day < days_->first) days_->first = day;
      if (days_->last < day) days_->last = day;
    }
    SourceCounts& counts = sources_[term_of(source)];
    ++counts.by_spelling[source];
    ++counts.by_month[month];
    ++counts.articles;
  }

  [[nodiscard]] Holdings holdings() const;

 private:
  /// What sources are told apart by. Few spellings come again and again, and folding takes time.
  const std::string& term_of(const std::string& source) {
    const auto [at, is_new] = terms_.try_emplace(source);
    if (is_new && !source.empty()) at->second = name_term(prefix::kSource, source);
    return at->second;
  }

  [[nodiscard]] std::vector<const SourceCounts*> by_count() const;

  std::unordered_map<std::string, std::string> terms_;
  std::map<std::string, SourceCounts> sources_;
  std::optional<DayRange> days_;
};

/// The sources, the commonest first.
std::vector<const SourceCounts*> Shelf::by_count() const {
  std::vector<const SourceCounts*> sorted;
  for (const auto& [term, counts] : sources_)
    if (!term.empty()) sorted.push_back(&counts);
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const auto* a, const auto* b) { return b->articles < a->articles; });
  return sorted;
}

Holdings Shelf::holdings() const {
  Holdings holdings;
  holdings.days = days_;
  const std::vector<const SourceCounts*> sorted = by_count();
  const std::size_t listed = std::min(Holdings::kMostSources, sorted.size());
  holdings.other_sources = sorted.size() - listed;
  std::unordered_map<const SourceCounts*, std::string> names;
  for (std::size_t i = 0; i < listed; ++i) {
    names.emplace(sorted[i], sorted[i]->usual_spelling());
    holdings.sources.push_back({sorted[i]->usual_spelling(), sorted[i]->articles});
  }
  std::map<std::pair<std::string, std::string>, std::uint64_t> cells;
  for (const auto& [term, counts] : sources_) {
    const auto name = names.find(&counts);
    for (const auto& [month, articles] : counts.by_month)
      cells[{month, name == names.end() ? std::string() : name->second}] += articles;
  }
  for (const auto& [cell, articles] : cells) holdings.months.push_back({cell.first, cell.second, articles});
  return holdings;
}

void fill(const Xapian::Database& database, Shelf& shelf) {
  SlotWalk moments(database, slot::kOldest), sources(database, slot::kSource);
  const Xapian::PostingIterator end = database.postlist_end("");
  for (Xapian::PostingIterator at = database.postlist_begin(""); at != end; ++at) {
    shelf.add(sources.value_of(*at), moment_of_key(moments.value_of(*at)));
  }
}

void fill_from_servers(const OpenArchive& archive, Shelf& shelf) {
  const std::vector<Xapian::docid> all = documents_with(archive, "");
  const std::vector<std::string> moments = values_of(archive, all, slot::kOldest, Xapian::Query::MatchAll);
  const std::vector<std::string> sources = values_of(archive, all, slot::kSource, Xapian::Query::MatchAll);
  for (std::size_t i = 0; i < all.size(); ++i) shelf.add(sources[i], moment_of_key(moments[i]));
}

}  // namespace

Holdings holdings_of(const OpenArchive& archive) {
  Shelf shelf;
  if (archive.is_remote())
    fill_from_servers(archive, shelf);
  else
    fill(archive.database, shelf);
  Holdings holdings = shelf.holdings();
  holdings.articles = archive.database.get_doccount();
  return holdings;
}

}  // namespace timbao
