// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/listed_pairs.h"

#include <string>
#include <unordered_set>

#include "common/index/embedded.h"
#include "common/index/folded_hash.h"

namespace timbao {
namespace {

/// Calls `visit` with each line of an embedded list.
template <typename Visit>
void each_line(std::string_view list, Visit&& visit) {
  for (std::size_t at = 0; at < list.size();) {
    const std::size_t end = list.find('\n', at);
    visit(list.substr(at, end - at));
    at = end + 1;
  }
}

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
    each_line(embedded::common_syllables(), [&](std::string_view line) { syllables.insert(line); });
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
  each_line(embedded::word_pairs(), [this](std::string_view line) {
    const std::size_t space = line.find(' ');
    add(line.substr(0, space), line.substr(space + 1));
  });
}

void ListedPairs::add(std::string_view left, std::string_view right) {
  table_.find_or_add(slot_of(folded_hash(left), folded_hash(right)));
}

const ListedPairs& listed_pairs() {
  static const ListedPairs pairs;
  return pairs;
}

}  // namespace timbao
