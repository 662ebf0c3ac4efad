// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <vector>

#include "query/plan/prepared_question.h"
#include "query/request/overview.h"
#include "query/search/article_set.h"

namespace timbao {

/// How the words of a query are read in some articles.
///
///   readings_of(prepared, hits)     {{"dang", {}, {{"đảng", 1204, 4800}, {"đang", 890, 3100}}}}
///
/// Takes    a prepared question and articles of the archive that it was prepared for.
/// Returns  each ranked word of the query once, in the order of the query, with every reading that the archive has of
///          its folded form in the word's field. Exact counts: the commonest of the articles comes first, then the
///          commonest of the archive.
/// Errors   Xapian::Error where the index is damaged.
/// Source   docs/query-language.md, "Readings"; the reading terms: docs/index-format.md, "Terms". Covered by
///          overview_oracle_test.
std::vector<WordReadings> readings_of(const PreparedQuestion& prepared, const ArticleSet& articles);

}  // namespace timbao
