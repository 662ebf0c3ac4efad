// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <vector>

#include "query/expand/draft.h"

namespace timbao {

/// Proposes the other forms of amounts that are given in words or in short.
///
///   1 nghìn tỷ, 1 ngàn tỷ   1.000 tỷ (which is 1000 tỷ already), and each other
///   1000 tỷ                 1 nghìn tỷ, 1 ngàn tỷ
///   5tr, 2tr5               5 triệu, 2,5 triệu
///   500k                    500 nghìn, 500 ngàn, 500.000
///   500 ngàn                500 nghìn, 500.000
///   2 triệu rưỡi            2,5 triệu
///   500.000 đồng            500 nghìn, 500 ngàn
///
/// Takes    numbers of at most 9 digits before nghìn, ngàn, triệu, tỷ, tỉ and đồng, with marks or without, and the short units
///          k and tr where they touch their number.
/// Returns  drafts of AlternativeKind::amount.
/// Errors   none.
/// Source   docs/variants.md, "Amounts". Covered by amounts_test.
std::vector<Draft> amount_drafts(const ExpandInput& input);

}  // namespace timbao
