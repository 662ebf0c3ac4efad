// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "query/output/look.h"
#include "query/request/answer.h"

namespace timbao {

/// What an answer says about all counted articles, for people: a block of lines for each facet, for the timeline, for the
/// readings and for the neighbours, with an empty line before each.
///
///   by source, of 19 articles:
///     Báo Tỉnh    12
///     Báo Huyện    7
///
///   readings in 19 articles, of all articles that have them:
///     dang: đảng 12 of 340 · đang 4 of 210
///
///   words within 5 of 1234 mentions:
///              left  right  observed  expected  log-likelihood
///     kỷ luật     3     14        17      2.13            48.2
///
/// The timeline is that of timeline_as_lines().
///
/// Takes    the answer; how text is laid out.
/// Returns  lines without their ends; none where nothing was asked for. No value of an article holds a control character
///          (see render()).
/// Errors   none.
/// Source   docs/query-language.md, "Counting all that is found". Covered by overview_output_test.
std::vector<std::string> overview_as_lines(const Answer& answer, const TextLook& look);

}  // namespace timbao
