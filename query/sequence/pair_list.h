// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace timbao {

/// The readings of a two-syllable word, by their marks as a VNI keyboard types them (terms.h), and how often a large body
/// of news has them.
///
///   {"8", "2", 520}      văn thành
struct PairReading {
  std::string_view left_marks, right_marks;
  std::uint32_t count = 0;
};

/// The readings that a line of the list of two-syllable words holds behind the folded forms.
///
///   readings_of_columns("8,2 520\t,2 31")      {{"8", "2", 520}, {"", "2", 31}}
///
/// Takes    columns with tabs between them, as common/index/data/pair-readings.tsv has them.
/// Errors   none.
/// Source   docs/index-format.md, "Data files". Covered by pair_readings_test.
std::vector<PairReading> readings_of_columns(std::string_view columns);

}  // namespace timbao
