// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/suggest/pair_readings.h"

#include <algorithm>
#include <string>

#include "common/base/take_part.h"
#include "common/index/embedded.h"

namespace timbao {
namespace {

/// The line of a sorted list that begins with a key and a tab; empty where none does. The list is searched by halving.
std::string_view line_of(std::string_view sorted_list, std::string_view key) {
  std::size_t low = 0, high = sorted_list.size();
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    const std::size_t newline = middle == 0 ? std::string_view::npos : sorted_list.rfind('\n', middle - 1);
    const std::size_t begin = newline == std::string_view::npos ? 0 : newline + 1;
    const std::size_t end = std::min(sorted_list.find('\n', begin), sorted_list.size());
    const std::string_view line = sorted_list.substr(begin, end - begin);
    const int order = line.substr(0, line.find('\t')).compare(key);
    if (order == 0) return line;
    if (order < 0)
      low = end + 1;
    else
      high = begin;
  }
  return {};
}

}  // namespace

std::vector<PairReading> pair_readings(std::string_view folded_left, std::string_view folded_right) {
  const std::string key = std::string(folded_left) + ' ' + std::string(folded_right);
  std::string_view line = line_of(embedded::pair_readings(), key);
  take_part(line, "\t");
  return readings_of_columns(line);
}

}  // namespace timbao
