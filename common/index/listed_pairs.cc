// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/listed_pairs.h"

#include <string>
#include <unordered_set>

#include "common/index/collapse_key.h"
#include "common/index/embedded.h"

namespace timbao {
namespace {

/// The lines of an embedded list, for asking whether it holds one.
using Lines = std::unordered_set<std::string_view>;
Lines lines_of(std::string_view list) {
  Lines lines;
  for (std::size_t at = 0; at < list.size();) {
    const std::size_t end = list.find('\n', at);
    lines.insert(list.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

/// As lines_of, for a sorted list that is asked seldom: nothing is built.
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

/// The lists, read once.
const Lines& common_syllables() {
  static const Lines common = lines_of(embedded::common_syllables());
  return common;
}

}  // namespace

bool is_listed_pair(std::string_view folded_left, std::string_view folded_right) {
  const Lines& common = common_syllables();
  if (common.count(folded_left) != 0 && common.count(folded_right) != 0) return true;
  return is_line_of(embedded::word_pairs(), std::string(folded_left) + ' ' + std::string(folded_right));
}

ListedPairs::ListedPairs() : keys_(kPlaces) {
  for (const std::string_view left : common_syllables())
    for (const std::string_view right : common_syllables()) add(left, right);
  for (const std::string_view line : lines_of(embedded::word_pairs())) {
    const std::size_t space = line.find(' ');
    add(line.substr(0, space), line.substr(space + 1));
  }
}

void ListedPairs::add(std::string_view left, std::string_view right) {
  const std::uint64_t key = key_of(CollapseKey::hash_of(left), CollapseKey::hash_of(right));
  std::size_t place = key % kPlaces;
  while (keys_[place] != 0 && keys_[place] != key) place = (place + 1) % kPlaces;
  keys_[place] = key;
}

const ListedPairs& listed_pairs() {
  static const ListedPairs pairs;
  return pairs;
}

}  // namespace timbao
