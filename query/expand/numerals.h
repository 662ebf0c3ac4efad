// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <vector>

#include "query/expand/draft.h"

namespace timbao {

/// Proposes the other forms of the numerals of congresses, sessions, terms of office and quarters.
///
///   đại hội 13            đại hội XIII, đại hội lần thứ XIII, … lần thứ mười ba
///   khóa XII              khóa 12
///   lần thứ tám           lần thứ 8, lần thứ VIII
///   hội nghị tw 6         hội nghị trung ương 6, trung ương lần thứ sáu …
///   quý 1                 quý I
///
/// Takes    numerals from 1 to kGreatestNumeral in digits, Roman or words, directly behind the words of a table; with
///          marks or without. Words without marks are numerals behind thứ only: elsewhere they are other words too.
/// Returns  drafts of AlternativeKind::numeral.
/// Errors   none.
/// Source   docs/variants.md, "Congresses and sessions". Covered by numerals_test.
std::vector<Draft> numeral_drafts(const ExpandInput& input);

}  // namespace timbao
