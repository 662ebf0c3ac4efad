// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/expand/spelling.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "common/text/fold.h"
#include "common/text/syllable.h"
#include "query/expand/embedded.h"
#include "query/expand/typed_keys.h"
#include "query/expand/variant_table.h"

namespace timbao {
namespace {

constexpr double kSpellingWeight = 0.95;
constexpr double kPlaceWeight = 0.9;

/// Of a word typed without marks, only readings that at least one in so many of its articles has give a variant: `mi` is
/// mì and mí, and hardly ever mĩ, which would bring every mỹ.
constexpr std::uint32_t kReadingShare = 10;

constexpr std::array<std::string_view, 8> kOnsetsWithIAndY{"h", "k", "l", "m", "s", "t", "v", "qu"};

Draft draft_of(AlternativeKind kind, std::size_t first, std::size_t count, std::string_view value) {
  Draft draft;
  draft.kind = kind;
  draft.first = first;
  draft.count = count;
  draft.value = value;
  draft.weight = kind == AlternativeKind::place ? kPlaceWeight : kSpellingWeight;
  return draft;
}

bool is_reading(const Vocabulary& vocabulary, const std::string& exact) {
  const std::vector<ReadingCount> list = vocabulary.readings("", fold_text(exact.substr(0, exact.find('~'))));
  return std::any_of(list.begin(), list.end(), [&](const ReadingCount& reading) { return reading.exact == exact; });
}

/// The readings that a typed word stands for: its own, or where it has no marks the common ones.
std::vector<std::string> meant_readings(const Vocabulary& vocabulary, const Word& word) {
  if (word.exact != word.folded) return {word.exact};
  const std::vector<ReadingCount> list = vocabulary.readings("", word.folded);
  std::uint64_t all = 0;
  for (const ReadingCount& reading : list) all += reading.articles;
  std::vector<std::string> meant;
  for (const ReadingCount& reading : list)
    if (std::uint64_t{reading.articles} * kReadingShare >= all) meant.push_back(reading.exact);
  return meant;
}

void add_iy_drafts(const ExpandInput& input, std::size_t token, std::vector<Draft>& drafts) {
  const Word& word = *input.text.tokens[token].word;
  if (word.kind != TokenKind::word || (word.folded.back() != 'i' && word.folded.back() != 'y')) return;
  if (swapped_iy(word.folded).empty()) return;
  for (const std::string& exact : meant_readings(input.vocabulary, word)) {
    const std::string swapped = swapped_iy(exact);
    if (!swapped.empty() && is_reading(input.vocabulary, swapped))
      drafts.push_back(draft_of(AlternativeKind::spelling, token, 1, printed_syllable(swapped)));
  }
}

void add_table_drafts(const ExpandInput& input, const VariantTable& table, AlternativeKind kind,
                      std::vector<Draft>& drafts) {
  for (const VariantMatch& match : table.matches(input.text, input.vocabulary))
    for (const std::string_view other : match.others) drafts.push_back(draft_of(kind, match.first, match.count, other));
}

}  // namespace

std::string swapped_iy(const std::string& exact_key) {
  const std::size_t mark = std::min(exact_key.find('~'), exact_key.size());
  const std::optional<Syllable> syllable = parse_syllable(exact_key.substr(0, mark));
  if (!syllable || (syllable->rime != "i" && syllable->rime != "y")) return {};
  if (std::find(kOnsetsWithIAndY.begin(), kOnsetsWithIAndY.end(), syllable->onset) == kOnsetsWithIAndY.end()) return {};
  return syllable->onset + (syllable->rime == "i" ? "y" : "i") + exact_key.substr(mark);
}

std::vector<Draft> spelling_drafts(const ExpandInput& input) {
  static const VariantTable pairs(embedded::spellings());
  std::vector<Draft> drafts;
  for (std::size_t token = 0; token < input.text.tokens.size(); ++token) add_iy_drafts(input, token, drafts);
  add_table_drafts(input, pairs, AlternativeKind::spelling, drafts);
  return drafts;
}

std::vector<Draft> place_drafts(const ExpandInput& input) {
  static const VariantTable places(embedded::places());
  std::vector<Draft> drafts;
  add_table_drafts(input, places, AlternativeKind::place, drafts);
  return drafts;
}

}  // namespace timbao
