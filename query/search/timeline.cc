// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/timeline.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

#include "common/base/day.h"
#include "common/base/day_range.h"
#include "common/index/moment_key.h"
#include "common/index/schema.h"
#include "common/index/terms.h"
#include "query/search/article_data.h"

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

/// The first and the last bucket that any of several counts needs; none where no article has a date.
std::optional<DayRange> buckets_needed(const std::vector<ArticlesByTime>& series) {
  std::optional<DayRange> needed;
  for (const ArticlesByTime& each : series) {
    if (each.by_bucket.empty()) continue;
    const Day first = each.by_bucket.begin()->first, last = each.by_bucket.rbegin()->first;
    if (!needed) needed = {first, last};
    needed->first = std::min(needed->first, first);
    needed->last = std::max(needed->last, last);
  }
  return needed;
}

/// A bucket before its hits are counted, by its first day.
using EmptyBuckets = std::vector<std::pair<Day, TimelineBucket>>;

EmptyBuckets empty_buckets(const UnitRow& row, const std::optional<DayRange>& needed, const HeldArticles& held) {
  EmptyBuckets buckets;
  if (!needed) return buckets;
  for (Day day = needed->first; !(needed->last < day); day = row.next(day)) {
    const auto known = held.by_term.find(row.term(day));
    buckets.emplace_back(day, TimelineBucket{format_day(day).substr(0, row.date_size), 0,
                                             known == held.by_term.end() ? 0 : known->second});
  }
  return buckets;
}

std::vector<TimelineBucket> with_hits(const EmptyBuckets& empty, const ArticlesByTime& articles) {
  std::vector<TimelineBucket> buckets;
  buckets.reserve(empty.size());
  for (const auto& [day, bucket] : empty) {
    const auto found = articles.by_bucket.find(day);
    buckets.push_back(bucket);
    if (found != articles.by_bucket.end()) buckets.back().hits = found->second;
  }
  return buckets;
}

}  // namespace

ArticlesByTime articles_by_time(TimelineUnit unit, const ArticleSet& articles) {
  const UnitRow& row = row_of_value(kUnitRows, unit);
  ArticlesByTime counted;
  for (const std::string& key : values_of(articles.archive(), articles.documents(), slot::kOldest)) {
    if (const std::optional<std::int64_t> moment = moment_of_key(key))
      ++counted.by_bucket[row.first_day(day_at(*moment))];
    else
      ++counted.undated;
  }
  return counted;
}

Timeline timeline_of(TimelineUnit unit, const std::vector<ArticlesByTime>& series, const Vocabulary& vocabulary) {
  const UnitRow& row = row_of_value(kUnitRows, unit);
  const HeldArticles held = held_articles(row, vocabulary);
  const EmptyBuckets empty = empty_buckets(row, buckets_needed(series), held);
  Timeline timeline;
  timeline.unit = unit;
  timeline.undated_held = vocabulary.articles() - std::min<std::uint64_t>(held.dated, vocabulary.articles());
  timeline.buckets = with_hits(empty, series.front());
  timeline.undated_hits = series.front().undated;
  timeline.compared.reserve(series.size() - 1);
  for (auto each = series.begin() + 1; each != series.end(); ++each)
    timeline.compared.push_back({"", "", with_hits(empty, *each), each->undated});
  return timeline;
}

}  // namespace timbao
