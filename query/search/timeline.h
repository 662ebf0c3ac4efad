// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "common/index/vocabulary.h"
#include "query/request/overview.h"
#include "query/search/article_set.h"

namespace timbao {

/// Counts articles by the day, month or year of their dates, in Viet Nam.
///
///   timeline_of(TimelineUnit::month, hits, vocabulary).buckets.front()     {"2018-01", 3, 120}
///
/// Takes    the length of a bucket; the articles; the vocabulary of their database.
/// Returns  exact counts, of the articles given and of all that the archive holds. Every bucket from the first to the
///          last one with an article is there; there is none where no article has a date.
/// Errors   Xapian::Error where the index is damaged.
/// Source   docs/query-language.md, "Timeline"; value slot kOldest and the terms of dates: docs/index-format.md. Covered
///          by facets_test and overview_oracle_test.
Timeline timeline_of(TimelineUnit unit, const ArticleSet& articles, const Vocabulary& vocabulary);

}  // namespace timbao
