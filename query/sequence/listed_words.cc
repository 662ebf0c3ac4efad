// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/sequence/listed_words.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "common/base/take_part.h"
#include "common/index/embedded.h"
#include "common/index/terms.h"
#include "common/index/token_codes.h"
#include "common/text/written.h"
#include "query/sequence/pair_list.h"

namespace timbao {
namespace {

constexpr std::uint32_t kLeastShare = 20;  // of the commonest reading: one in so many

std::optional<std::uint32_t> code_of(std::string_view folded, std::string_view marks) {
  return token_codes().code_of(std::string(folded) + '~' + std::string(marks));
}

/// Calls a function with the codes of each listed reading of a line: "van thanh", a tab, columns with tabs between them.
template <typename OnPair>
void each_reading(std::string_view line, OnPair on_pair) {
  std::string_view forms = take_part(line, "\t");
  const std::string_view left = take_part(forms, " "), right = forms;
  const std::vector<PairReading> readings = readings_of_columns(line);
  std::uint32_t most = 0;
  for (const PairReading& reading : readings) most = std::max(most, reading.count);
  for (const PairReading& reading : readings) {
    if (reading.count < most / kLeastShare) continue;
    const std::optional<std::uint32_t> first = code_of(left, reading.left_marks);
    const std::optional<std::uint32_t> second = code_of(right, reading.right_marks);
    if (first && second) on_pair(static_cast<std::uint16_t>(*first), static_cast<std::uint16_t>(*second));
  }
}

std::string written_code(std::uint32_t code) {
  const SplitTerm word = split_term(token_codes().term_of(code));
  return written(exact_of(word.folded, word.marks));
}

}  // namespace

ListedWords::ListedWords() : codes_(token_codes().size()) {
  std::string_view list = embedded::pair_readings();
  while (!list.empty())
    each_reading(take_part(list, "\n"), [this](std::uint16_t left, std::uint16_t right) { add({left, right}); });
}

void ListedWords::add(Pair pair) {
  const auto number = static_cast<std::uint32_t>(size());
  if (table_.find_or_add({pair_of(pair.first, pair.second), number}).is_new) pairs_.push_back(pair);
}

std::vector<std::string> ListedWords::syllables_of(std::uint32_t number) const {
  if (number < codes_) return {written_code(number)};
  const Pair& pair = pairs_[number - codes_];
  return {written_code(pair.first), written_code(pair.second)};
}

std::string ListedWords::text_of(std::uint32_t number) const {
  const std::vector<std::string> syllables = syllables_of(number);
  return syllables.size() == 1 ? syllables[0] : syllables[0] + ' ' + syllables[1];
}

const ListedWords& listed_words() {
  static const ListedWords kWords;
  return kWords;
}

}  // namespace timbao
