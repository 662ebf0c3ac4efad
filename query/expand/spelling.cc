// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/expand/spelling.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "common/base/take_part.h"
#include "common/text/fold.h"
#include "common/text/syllable.h"
#include "common/text/written.h"
#include "query/expand/article_counts.h"
#include "query/expand/embedded.h"
#include "query/expand/variant_table.h"

namespace timbao {
namespace {

constexpr double kSpellingWeight = 0.95;
constexpr double kPlaceWeight = 0.9;

/// Of a word typed without marks, only readings that at least one in so many of its articles has give a variant: `mi` is
/// mì and mí, and hardly ever mĩ, which would bring every mỹ.
constexpr std::uint32_t kReadingShare = 10;

/// A name is left out where the typed one is in more than so many times as many articles: Hanoi beside Hà Nội. It would
/// find next to nothing more, and cost time.
constexpr std::uint32_t kVariantShare = 100;

constexpr std::array<std::string_view, 8> kOnsetsWithIAndY{"h", "k", "l", "m", "s", "t", "v", "qu"};

Draft draft_of(AlternativeKind kind, std::size_t first, std::size_t count, std::string_view value) {
  const double weight = kind == AlternativeKind::place ? kPlaceWeight : kSpellingWeight;
  return {kind, first, count, std::string(value), {}, weight};
}

/// Whether a name is common enough beside the typed one to be worth its posting lists.
bool is_common_enough(std::uint32_t articles, std::uint32_t typed_articles) {
  return articles > 0 && std::uint64_t{articles} * kVariantShare >= typed_articles;
}

/// The readings that a typed word stands for: its own, or where it has no marks the common ones.
std::vector<std::string> meant_readings(const Vocabulary& vocabulary, const Word& word) {
  if (word.exact != word.folded) return {word.exact};
  const std::vector<ReadingCount> list = vocabulary.readings("", word.folded);
  std::uint64_t all = 0;
  for (const ReadingCount& reading : list) all += reading.articles;
  std::vector<std::string> meant;
  // The reading without marks is the first of a list, and stands last here: as an alternative it would hide the others.
  for (auto reading = list.rbegin(); reading != list.rend(); ++reading)
    if (std::uint64_t{reading->articles} * kReadingShare >= all) meant.push_back(reading->exact);
  return meant;
}

void add_iy_drafts(const ExpandInput& input, std::size_t token, std::vector<Draft>& drafts) {
  const Word& word = *input.text.tokens[token].word;
  if (word.kind != TokenKind::word || (word.folded.back() != 'i' && word.folded.back() != 'y')) return;
  if (swapped_iy(word.folded).empty()) return;
  for (const std::string& exact : meant_readings(input.vocabulary, word)) {
    const std::string swapped = swapped_iy(exact);
    if (!swapped.empty() && articles_with_exact(input.vocabulary, swapped) > 0)
      drafts.push_back(draft_of(AlternativeKind::spelling, token, 1, written(swapped)));
  }
}

/// At most how many articles have a name: the count of its rarest word. A part with hyphens counts as the one word that an
/// article which prints it has too: Xy-ri is xyri (folding.md, "Joined forms").
std::uint32_t articles_of_name(const Vocabulary& vocabulary, std::string_view name) {
  std::uint32_t least = vocabulary.articles();
  while (!name.empty()) {
    const std::string_view part = take_part(name, " ");
    std::string whole;
    std::copy_if(part.begin(), part.end(), std::back_inserter(whole), [](char c) { return c != '-' && c != '\''; });
    least = std::min(least, articles_with_exact(vocabulary, exact_key(canonical(whole))));
  }
  return least;
}

/// Whether a name with hyphens is the typed word, which finds it as it is: Cu-ba beside Cuba.
bool is_joined_form_of(std::string_view name, const Word& typed) {
  std::string whole;
  std::copy_if(name.begin(), name.end(), std::back_inserter(whole), [](char c) { return c != '-'; });
  return fold_text(whole) == typed.folded;
}

void add_table_drafts(const ExpandInput& input, const VariantTable& table, AlternativeKind kind,
                      std::vector<Draft>& drafts) {
  for (const VariantMatch& match : table.matches(input.text, input.vocabulary)) {
    const std::uint32_t typed_articles = articles_of_name(input.vocabulary, match.name);
    for (const std::string_view other : match.others) {
      if (match.count == 1 && is_joined_form_of(other, *input.text.tokens[match.first].word)) continue;
      if (is_common_enough(articles_of_name(input.vocabulary, other), typed_articles))
        drafts.push_back(draft_of(kind, match.first, match.count, other));
    }
  }
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
