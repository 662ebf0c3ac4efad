// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <vector>

#include "query/expand/draft.h"

namespace timbao {

/// Proposes the other forms of days and months.
///
///   mùng hai tháng chín      ngày 2 tháng 9, 2/9, 2-9
///   30 tháng 4 năm 1975      ngày 30 tháng 4 năm 1975
///   ngày 30-4, 30/4, 30.4    ngày 30 tháng 4, 30-4 …
///   tháng tư, tháng 4        each the other
///   tháng 1/2018             tháng 1 năm 2018
///
/// A draft that is a date finds the term of the day as well, so every article that names the day (docs/folding.md,
/// "Dates").
///
/// Takes    "30-4" is a day behind words such as ngày, dịp and lễ, and where it is one of the days that the country keeps;
///          elsewhere it may be a score or a range. tháng năm is no month, because it is months and years too; nor is
///          thang sau, which is mostly next month.
/// Returns  drafts of AlternativeKind::date.
/// Errors   none.
/// Source   docs/variants.md, "Dates in words". Covered by dates_test.
std::vector<Draft> date_drafts(const ExpandInput& input);

}  // namespace timbao
