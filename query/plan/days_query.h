// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include "common/base/day_range.h"
#include "common/index/vocabulary.h"

namespace timbao {

/// A query that finds the articles of a range of days and no others, without weight.
///
///   days_query({{2017, 12, 1}, {2018, 1, 31}}, vocabulary)     "M201712 OR M201801", if the archive has both months
///
/// Takes    a range of days, which may be open at either end; the vocabulary of the archive.
/// Returns  an OR of the terms of years, months and days that the archive has. Where these are more than
///          ranking::kMostDayTerms, a range of the moments in slot::kOldest.
/// Errors   those of the vocabulary.
/// Source   docs/ranking.md, "Days and other filters". Covered by days_test and search_oracle_test.
Xapian::Query days_query(const DayRange& range, const Vocabulary& vocabulary);

}  // namespace timbao
