// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include "common/base/day_range.h"
#include "common/index/vocabulary.h"

namespace timbao {

/// A query that finds the articles of a range of days and no others: its terms, or where these are many the articles'
/// moments themselves (a range of slot::kOldest).
Xapian::Query days_query(const DayRange& range, const Vocabulary& vocabulary);

}  // namespace timbao
