// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "query/output/look.h"
#include "query/request/answer.h"

namespace timbao {

/// The timeline of an answer for people: a row for each bucket. Of one query each row has a bar; of several queries it
/// has two columns for each, which a legend above names.
///
///   by month, of 19 articles:                           by month, articles with each query and how many of 1,000 held (‰):
///              hits   held  per 1,000                     1  bầu cử: 19 articles
///     2018-01    12    340      35.29  ████████████       2  hội đồng: 41 articles
///     2018-02     0    200          0
///     2018-03     -      0          -  no article held             held   1      ‰   2       ‰
///                                                         2018-01   340  12  35.29  40  117.65
///                                                         2018-02   200   0      0   1       5
///                                                         2018-03     0   -      -   -       -  no article held
///
/// Takes    a timeline; its answer; how text is laid out: bars fill the width, or 80 columns where it is unknown.
/// Returns  lines without their ends, the first one empty. A long run of buckets without hits of any query is one line
///          that says how many they are. No query holds a control character (see render()).
/// Errors   none.
/// Source   docs/query-language.md, "Timeline" and "Compared timelines"; bars: Unicode's block elements U+2588 to
///          U+258F. Covered by overview_output_test.
std::vector<std::string> timeline_as_lines(const Timeline& timeline, const Answer& answer, const TextLook& look);

}  // namespace timbao
