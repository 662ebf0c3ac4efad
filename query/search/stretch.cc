// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/stretch.h"

#include <algorithm>

#include "common/text/utf8.h"

namespace timbao {
namespace {

constexpr double kNeighbourBonus = 0.5;  // of a word's idf, where the word before it in the query stands before it here

bool is_ascii_letter_or_digit(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

double value_of(const std::vector<MatchPlace>& places, std::size_t first, std::size_t last,
                const QueryWeights& weights) {
  std::vector<bool> seen(weights.marked.size());
  double value = 0;
  for (std::size_t i = first; i <= last; ++i) {
    const MatchPlace& place = places[i];
    for (const std::size_t word : place.words) {
      if (!seen[word]) value += weights.marked[word].idf;
      seen[word] = true;
      if (i == first || places[i - 1].last + 1 != place.first) continue;
      const std::vector<std::size_t>& before = places[i - 1].words;
      if (word > 0 && std::find(before.begin(), before.end(), word - 1) != before.end())
        value += kNeighbourBonus * weights.marked[word].idf;
    }
  }
  return value;
}

/// Where the lines begin that hold a token, the first one with all that stands before it; and the text's end.
std::vector<std::size_t> paragraphs_of(std::string_view text, Tokenizer& tokenizer) {
  std::vector<std::size_t> begins;
  for (std::size_t at = 0, end = 0; at < text.size(); at = end) {
    end = std::min(text.find('\n', at), text.size() - 1) + 1;
    const std::string_view line = text.substr(at, end - at);
    if (std::any_of(line.begin(), line.end(), is_ascii_letter_or_digit) || !tokenizer.tokenize(line).tokens.empty())
      begins.push_back(begins.empty() ? 0 : at);
  }
  begins.push_back(text.size());
  return begins;
}

}  // namespace

Stretch best_stretch(const std::vector<MatchPlace>& places, const QueryWeights& weights, std::size_t limit_chars) {
  Stretch best;
  best.value = 0;
  for (std::size_t first = 0, last = 0; first < places.size(); ++first) {
    last = std::max(last, first);
    while (last + 1 < places.size() && places[last + 1].end - places[first].begin <= limit_chars) ++last;
    const MatchPlace &begin = places[first], &end = places[last];
    const double value = value_of(places, first, last, weights);
    if (value > best.value)
      best = {begin.first, end.last, end.end - begin.begin, begin.paragraph, end.paragraph, value};
  }
  return best;
}

TextPart part_around(std::string_view text, const Stretch& stretch, std::size_t limit_chars, Tokenizer& tokenizer) {
  const std::vector<std::size_t> begins = paragraphs_of(text, tokenizer);
  std::size_t first = stretch.first_paragraph, end = stretch.last_paragraph + std::size_t{1};
  if (first >= end || end >= begins.size()) return {text};
  const std::size_t room = limit_chars - std::min(limit_chars, stretch.chars);
  const auto chars = [&](std::size_t a, std::size_t b) {
    return count_code_points(text.substr(begins[a], begins[b] - begins[a]));
  };
  for (std::size_t behind = 0; behind < room && end + 1 < begins.size(); ++end) behind += chars(end, end + 1);
  const bool ends_text = end + 1 == begins.size();
  if (ends_text)
    for (std::size_t before = 0; before < room && first > 0; --first) before += chars(first - 1, first);
  return {text.substr(begins[first], begins[end] - begins[first]), first == 0, ends_text};
}

}  // namespace timbao
