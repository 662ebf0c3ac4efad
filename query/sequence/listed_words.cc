// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/sequence/listed_words.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string_view>

#include "common/index/embedded.h"
#include "common/index/terms.h"
#include "common/index/token_codes.h"
#include "common/text/written.h"

namespace timbao {
namespace {

constexpr std::uint32_t kLeastShare = 20;  // of the commonest reading: one in so many

/// What stands before a separator, which is taken off the text with it.
std::string_view take_until(std::string_view& text, char separator) {
  const std::size_t end = std::min(text.find(separator), text.size());
  const std::string_view part = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return part;
}

/// A column of the list: "8,2 520".
struct Column {
  std::string_view left_marks, right_marks;
  std::uint32_t count = 0;
};

Column column_of(std::string_view text) {
  Column column;
  column.left_marks = take_until(text, ',');
  column.right_marks = take_until(text, ' ');
  std::from_chars(text.data(), text.data() + text.size(), column.count);
  return column;
}

std::optional<std::uint32_t> code_of(std::string_view folded, std::string_view marks) {
  return token_codes().code_of(std::string(folded) + '~' + std::string(marks));
}

/// Calls a function with the codes of each listed reading of a line: "van thanh", a tab, columns with tabs between them.
template <typename OnPair>
void each_reading(std::string_view line, OnPair on_pair) {
  std::string_view forms = take_until(line, '\t');
  const std::string_view left = take_until(forms, ' '), right = forms;
  std::vector<Column> columns;
  while (!line.empty()) columns.push_back(column_of(take_until(line, '\t')));
  std::uint32_t most = 0;
  for (const Column& column : columns) most = std::max(most, column.count);
  for (const Column& column : columns) {
    if (column.count < most / kLeastShare) continue;
    const std::optional<std::uint32_t> first = code_of(left, column.left_marks);
    const std::optional<std::uint32_t> second = code_of(right, column.right_marks);
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
    each_reading(take_until(list, '\n'), [this](std::uint16_t left, std::uint16_t right) { add({left, right}); });
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
