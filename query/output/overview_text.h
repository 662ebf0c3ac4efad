// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "query/output/look.h"
#include "query/request/answer.h"

namespace timbao {

/// What an answer says about all counted articles, for people: a block of lines for each facet, for the timeline and for
/// the readings, with an empty line before each.
///
///   by source, of 19 articles:
///     Báo Tỉnh    12
///     Báo Huyện    7
///
///   by month, of 19 articles:
///              hits   held  per 1,000
///     2018-01    12    340      35.29  ████████████
///     2018-02     0    200          0
///     2018-03     -      0          -  no article held
///
///   readings in 19 articles, of all articles that have them:
///     dang: đảng 12 of 340 · đang 4 of 210
///
/// Takes    the answer; how text is laid out: bars fill the width, or 80 columns where it is unknown.
/// Returns  lines without their ends; none where nothing was asked for. A long run of buckets without hits is one line
///          that says how many they are. No value of an article holds a control character (see render()).
/// Errors   none.
/// Source   docs/query-language.md, "Timeline"; bars: Unicode's block elements U+2588 to U+258F. Covered by
///          overview_output_test.
std::vector<std::string> overview_as_lines(const Answer& answer, const TextLook& look);

}  // namespace timbao
