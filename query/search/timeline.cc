// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/timeline.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <unordered_map>

#include "common/base/day.h"
#include "common/index/moment_key.h"
#include "common/index/schema.h"
#include "common/index/terms.h"

namespace timbao {
namespace {

Day next_day(const Day& day) { return day_from_epoch(days_from_epoch(day) + 1); }
Day next_month(const Day& day) { return next_day(last_day_of_month(day.year, day.month)); }
Day next_year(const Day& day) { return {day.year + 1, 1, 1}; }

Day same_day(const Day& day) { return day; }
Day first_of_month(const Day& day) { return {day.year, day.month, 1}; }
Day first_of_year(const Day& day) { return {day.year, 1, 1}; }

/// How buckets of a length are made: a row for each TimelineUnit.
struct UnitRow {
  TimelineUnit value;
  Day (*first_day)(const Day& day);   // of the bucket that holds a day
  Day (*next)(const Day& first_day);  // the first day of the bucket behind
  std::string (*term)(const Day& day);
  std::string_view prefix;  // of the terms
  std::size_t date_size;    // of "2018-01-31", which names the bucket
};
constexpr std::array<UnitRow, 3> kUnitRows{{
    {TimelineUnit::day, same_day, next_day, day_term, prefix::kDay, 10},
    {TimelineUnit::month, first_of_month, next_month, month_term, prefix::kMonth, 7},
    {TimelineUnit::year, first_of_year, next_year, year_term, prefix::kYear, 4},
}};
static_assert(covers_every_value<kUnitRows>());

/// Articles by the first day of their bucket, and those without a date.
struct DatedArticles {
  std::map<Day, std::uint64_t> by_bucket;
  std::uint64_t undated = 0;
};

DatedArticles count_by_bucket(const UnitRow& row, const ArticleSet& articles) {
  DatedArticles counted;
  Xapian::ValueIterator at = articles.database().valuestream_begin(slot::kOldest);
  const Xapian::ValueIterator end = articles.database().valuestream_end(slot::kOldest);
  for (const Xapian::docid document : articles.documents()) {
    if (at != end) at.skip_to(document);
    const bool has_value = at != end && at.get_docid() == document;
    const std::optional<std::int64_t> moment = has_value ? moment_of_key(*at) : std::nullopt;
    if (moment)
      ++counted.by_bucket[row.first_day(day_at(*moment))];
    else
      ++counted.undated;
  }
  return counted;
}

/// How many articles the archive holds, by the term of their bucket.
struct HeldArticles {
  std::unordered_map<std::string, std::uint64_t> by_term;
  std::uint64_t dated = 0;
};

HeldArticles held_articles(const UnitRow& row, const Vocabulary& vocabulary) {
  HeldArticles held;
  for (const TermCount& term : vocabulary.terms_beginning(std::string(row.prefix))) {
    held.by_term[term.term] = term.articles;
    held.dated += term.articles;
  }
  return held;
}

}  // namespace

Timeline timeline_of(TimelineUnit unit, const ArticleSet& articles, const Vocabulary& vocabulary) {
  const UnitRow& row = row_of_value(kUnitRows, unit);
  const DatedArticles hits = count_by_bucket(row, articles);
  const HeldArticles held = held_articles(row, vocabulary);
  Timeline timeline;
  timeline.unit = unit;
  timeline.undated_hits = hits.undated;
  timeline.undated_held = vocabulary.articles() - std::min<std::uint64_t>(held.dated, vocabulary.articles());
  if (hits.by_bucket.empty()) return timeline;
  const Day last = hits.by_bucket.rbegin()->first;
  for (Day day = hits.by_bucket.begin()->first; !(last < day); day = row.next(day)) {
    const auto found = hits.by_bucket.find(day);
    const auto known = held.by_term.find(row.term(day));
    timeline.buckets.push_back({format_day(day).substr(0, row.date_size),
                                found == hits.by_bucket.end() ? 0 : found->second,
                                known == held.by_term.end() ? 0 : known->second});
  }
  return timeline;
}

}  // namespace timbao
