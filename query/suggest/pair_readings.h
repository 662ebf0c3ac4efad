// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "query/sequence/pair_list.h"

namespace timbao {

/// How news writes two neighbouring folded forms.
///
///   pair_readings("tai", "nan")      {"", "5", …}: tai nạn
///   pair_readings("nan", "tai")      nothing: no word of the list
///
/// Takes    the folded forms of two neighbours, in their order.
/// Returns  the readings that the shipped list has; nothing for a pair that is not in it.
/// Errors   none.
/// Source   common/index/data/pair-readings.tsv; docs/index-format.md, "Data files". Covered by pair_readings_test.
/// Threads  any: the list is a part of the program, and nothing is built.
std::vector<PairReading> pair_readings(std::string_view folded_left, std::string_view folded_right);

}  // namespace timbao
