// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/expand/function_words.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>

#include "common/base/cli_option.h"
#include "common/base/take_part.h"
#include "query/expand/embedded.h"

namespace timbao {
namespace {

std::unordered_set<std::string_view> read_words(std::string_view list) {
  std::unordered_set<std::string_view> words;
  while (!list.empty()) {
    const std::string_view line = take_part(list, "\n");
    if (!line.empty() && line.front() != '#') words.insert(line);
  }
  return words;
}

}  // namespace

bool is_function_word(const std::vector<std::string>& syllables) {
  static const std::unordered_set<std::string_view> kWords = read_words(embedded::function_words());
  const auto is_listed = [](const std::string& text) { return kWords.count(text) > 0; };
  return is_listed(joined(syllables, " ")) || std::all_of(syllables.begin(), syllables.end(), is_listed);
}

}  // namespace timbao
