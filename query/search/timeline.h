// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "common/base/day.h"
#include "common/index/vocabulary.h"
#include "query/request/overview.h"
#include "query/search/article_set.h"

namespace timbao {

/// How many of some articles stand in each bucket of a timeline that has any of them.
///
///   articles_by_time(TimelineUnit::month, hits).by_bucket      {{2018-01-01, 3}, {2018-04-01, 1}}
struct ArticlesByTime {
  std::map<Day, std::uint64_t> by_bucket;  ///< by the first day of the bucket
  std::uint64_t undated = 0;               ///< articles without a date
};

/// Counts articles by the day, month or year of their dates, in Viet Nam.
///
/// Takes    the length of a bucket; the articles.
/// Returns  exact counts.
/// Errors   Xapian::Error where the index is damaged.
/// Source   docs/query-language.md, "Timeline"; value slot kOldest: docs/index-format.md. Covered by facets_test and
///          overview_oracle_test.
ArticlesByTime articles_by_time(TimelineUnit unit, const ArticleSet& articles);

/// Puts counts into the buckets of one timeline, beside all articles that the archive holds.
///
///   timeline_of(TimelineUnit::month, {hits, others}, vocabulary).buckets.front()                       {"2018-01", 3, 120}
///   timeline_of(TimelineUnit::month, {hits, others}, vocabulary).compared.front().buckets.front()      {"2018-01", 0, 120}
///
/// Takes    the length of a bucket; what articles_by_time() counted of the answer's articles, and behind it of those
///          that are compared with them, at least the first; the vocabulary of their database.
/// Returns  exact counts. Every bucket from the first to the last one in which any of them has an article is there, in
///          each of them; there is none where no article has a date. What the queries of the others are is left empty.
/// Errors   Xapian::Error where the index is damaged.
/// Source   docs/query-language.md, "Timeline"; the terms of dates: docs/index-format.md. Covered by facets_test and
///          overview_oracle_test.
Timeline timeline_of(TimelineUnit unit, const std::vector<ArticlesByTime>& series, const Vocabulary& vocabulary);

}  // namespace timbao
