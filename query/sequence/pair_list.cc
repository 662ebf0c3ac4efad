// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/sequence/pair_list.h"

#include <charconv>

#include "common/base/take_part.h"

namespace timbao {

std::vector<PairReading> readings_of_columns(std::string_view columns) {
  std::vector<PairReading> readings;
  while (!columns.empty()) {
    std::string_view column = take_part(columns, "\t");
    PairReading& reading = readings.emplace_back();
    reading.left_marks = take_part(column, ",");
    reading.right_marks = take_part(column, " ");
    std::from_chars(column.data(), column.data() + column.size(), reading.count);
  }
  return readings;
}

}  // namespace timbao
