// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/listed_pairs.h"

#include <string>
#include <unordered_set>

#include "common/base/take_part.h"
#include "common/index/embedded.h"
#include "common/index/folded_hash.h"

namespace timbao {
namespace {

/// Whether a sorted list holds a line. It is searched by halving, so that nothing is built for the few pairs of a query.
bool is_line_of(std::string_view sorted_list, std::string_view line) {
  std::size_t low = 0, high = sorted_list.size();
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    const std::size_t newline = sorted_list.rfind('\n', middle == 0 ? 0 : middle - 1);
    const std::size_t begin = middle == 0 || newline == std::string_view::npos ? 0 : newline + 1;
    const std::size_t end = sorted_list.find('\n', begin);
    const int order = sorted_list.substr(begin, end - begin).compare(line);
    if (order == 0) return true;
    if (order < 0)
      low = end + 1;
    else
      high = begin;
  }
  return false;
}

/// The commonest syllables, read once.
const std::unordered_set<std::string_view>& common_syllables() {
  static const std::unordered_set<std::string_view> common = [] {
    std::unordered_set<std::string_view> syllables;
    std::string_view list = embedded::common_syllables();
    while (!list.empty()) syllables.insert(take_part(list, "\n"));
    return syllables;
  }();
  return common;
}

}  // namespace

bool is_listed_pair(std::string_view folded_left, std::string_view folded_right) {
  const auto& common = common_syllables();
  if (common.count(folded_left) != 0 && common.count(folded_right) != 0) return true;
  return is_line_of(embedded::word_pairs(), std::string(folded_left) + ' ' + std::string(folded_right));
}

ListedPairs::ListedPairs() {
  for (const std::string_view left : common_syllables())
    for (const std::string_view right : common_syllables()) add(left, right);
  std::string_view list = embedded::word_pairs();
  while (!list.empty()) {
    const std::string_view left = take_part(list, " ");
    add(left, take_part(list, "\n"));
  }
}

void ListedPairs::add(std::string_view left, std::string_view right) {
  table_.find_or_add(slot_of(folded_hash(left), folded_hash(right)));
}

const ListedPairs& listed_pairs() {
  static const ListedPairs pairs;
  return pairs;
}

}  // namespace timbao
