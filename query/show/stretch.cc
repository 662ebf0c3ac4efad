// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/show/stretch.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "common/base/ascii.h"
#include "common/base/utf8.h"

namespace timbao {
namespace {

constexpr double kNeighbourBonus = 0.5;  // of a word's idf, where the word before it in the query stands before it here

/// A range of matches, and what they are worth together. The range moves forward over all matches and its worth is
/// updated: each match is added once and removed once. To sum up every range anew would be slow where a long snippet
/// holds thousands of matches.
class Window {
 public:
  Window(const std::vector<MatchPlace>& places, const QueryWeights& weights)
      : places_(places), counts_(weights.highlighted.size()), bonuses_(places.size()) {
    for (const WordWeight& word : weights.highlighted) idfs_.push_back(std::llround(word.idf * kUnits));
  }

  [[nodiscard]] bool is_empty() const { return begin_ == end_; }
  [[nodiscard]] std::size_t end() const { return end_; }
  [[nodiscard]] double value() const { return static_cast<double>(value_) / kUnits; }

  /// Adds the match at end().
  void add() {
    for (const HighlightId word : places_[end_].words)
      if (counts_[word]++ == 0) value_ += idfs_[word];
    if (end_ > begin_) value_ += bonuses_[end_] = bonus_of(end_);
    ++end_;
  }

  /// Removes the first match.
  void remove() {
    for (const HighlightId word : places_[begin_].words)
      if (--counts_[word] == 0) value_ -= idfs_[word];
    if (++begin_ < end_) value_ -= bonuses_[begin_];
  }

 private:
  /// Values are sums of whole numbers: these are the same in any order of additions, so that rounding makes none of two
  /// equal stretches better.
  static constexpr double kUnits = 1U << 30U;

  /// What a match is worth in addition because the word before it is the word before it in the query.
  [[nodiscard]] std::int64_t bonus_of(std::size_t place) const {
    if (places_[place - 1].last + 1 != places_[place].first) return 0;
    const std::vector<HighlightId>& before = places_[place - 1].words;
    std::int64_t bonus = 0;
    for (const HighlightId word : places_[place].words)
      if (word.value() > 0 && std::find(before.begin(), before.end(), HighlightId(word.value() - 1)) != before.end())
        bonus += std::llround(kNeighbourBonus * static_cast<double>(idfs_[word]));
    return bonus;
  }

  const std::vector<MatchPlace>& places_;
  IndexedVector<HighlightId, std::int64_t> idfs_;
  IndexedVector<HighlightId, std::size_t> counts_;  // in how many places of the window it stands
  std::vector<std::int64_t> bonuses_;               // by place
  std::int64_t value_ = 0;
  std::size_t begin_ = 0, end_ = 0;
};

/// Where each line begins that holds a token, and the end of the text. What stands before the first such line belongs
/// to that line.
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
  Window window(places, weights);
  for (const MatchPlace& begin : places) {
    if (window.is_empty()) window.add();
    while (window.end() < places.size() && places[window.end()].end - begin.begin <= limit_chars) window.add();
    const MatchPlace& end = places[window.end() - 1];
    const double value = window.value();
    if (value > best.value)
      best = {begin.first, end.last, end.end - begin.begin, begin.paragraph, end.paragraph, value};
    window.remove();
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
