// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "common/base/day.h"
#include "query/language/parse.h"

namespace timbao {

/// The terms one of which an article must have to pass a filter node: source:"báo tỉnh" -> {"XSbao tinh"}.
///
/// Returns  for `url:` the address and, where the value has no path, the host; for `so:` a document's number, or a
///          type and number ("Chỉ thị 5").
std::vector<std::string> filter_terms(const Node& filter);

/// A range of days as years, months and days: 2017-12-30..2019-01-02 -> D20171230 D20171231 Y2018 D20190101 D20190102.
/// Years are named one by one, so an open end reaches to 1800 or 2100 only.
std::vector<std::string> day_range_terms(const DayRange& range);

}  // namespace timbao
