// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/rank.h"

#include <algorithm>
#include <cmath>

namespace timbao {

Ranker::Ranker(const QueryWeights& weights, const SequenceScanner& scanner, double average_tokens)
    : weights_(weights),
      scanner_(scanner),
      average_tokens_(std::max(average_tokens, 1.0)),
      words_of_(scanner.groups()),
      pairs_of_(scanner.groups()) {
  for (std::size_t i = 0; i < weights.words.size(); ++i) {
    words_of_[scanner.group_of(weights.words[i].word)].push_back(i);
    all_idf_ += weights.words[i].idf;
  }
  for (std::size_t i = 0; i < weights.pairs.size(); ++i) {
    pairs_of_[scanner.group_of(weights.words[weights.pairs[i].left].word)].push_back(i);
    all_pair_idf_ += weights.pairs[i].idf;
  }
}

bool Ranker::is_accepted(const FoundToken& token, const WordWeight& word) const {
  return word.by_reading ? scanner_.is_as_typed(token, word.word) : scanner_.is_any_reading(token, word.word);
}

double Ranker::saturated(double count) const { return count * (ranking::kK1 + 1) / (count + length_factor_); }

FullScore Ranker::score(const ScannedArticle& scanned) {
  const double length = scanned.tokens + (ranking::kTitleCount - 1) * double{1} * scanned.title_tokens;
  length_factor_ = ranking::kK1 * (1 - ranking::kB + ranking::kB * length / average_tokens_);
  tally_words(scanned);
  tally_pairs(scanned);
  FullScore score;
  double found_idf = 0;
  for (std::size_t i = 0; i < weights_.words.size(); ++i) {
    const WordWeight& word = weights_.words[i];
    const Tally& tally = tallies_[i];
    score.words += word.folded * saturated(tally.folded) + word.exact * saturated(tally.exact);
    if (tally.in_text) score.early += word.idf / (1 + tally.first_in_text / ranking::kEarlyHalf);
    if (tally.found) found_idf += word.idf;
  }
  for (std::size_t i = 0; i < weights_.pairs.size(); ++i) {
    score.pairs += weights_.pairs[i].weight * saturated(pair_tallies_[i].count);
    if (pair_tallies_[i].as_typed) score.neighbours += weights_.pairs[i].idf;
  }
  if (all_idf_ > 0) {
    score.early /= all_idf_;
    score.span = found_idf / all_idf_ * shortest_span(scanned);
  }
  if (all_pair_idf_ > 0) score.neighbours /= all_pair_idf_;
  return score;
}

void Ranker::tally_words(const ScannedArticle& scanned) {
  tallies_.assign(weights_.words.size(), {});
  for (const FoundToken& token : scanned.found) {
    const double count = token.field == Field::title ? ranking::kTitleCount : 1;
    for (const std::size_t i : words_of_[token.group]) {
      const WordWeight& word = weights_.words[i];
      Tally& tally = tallies_[i];
      if (!scanner_.is_any_reading(token, word.word)) continue;
      tally.folded += count;
      if (!is_accepted(token, word)) continue;
      tally.exact += count;
      tally.found = true;
      if (tally.in_text || token.field == Field::title) continue;
      tally.in_text = true;
      tally.first_in_text = token.place - std::min(token.place, scanned.title_tokens);
    }
  }
}

void Ranker::tally_pairs(const ScannedArticle& scanned) {
  pair_tallies_.assign(weights_.pairs.size(), {});
  for (std::size_t i = 0; i < scanned.found.size(); ++i) {
    const FoundToken& left = scanned.found[i];
    if (pairs_of_[left.group].empty()) continue;
    for (std::size_t j = i + 1; j < scanned.found.size(); ++j) {
      const FoundToken& right = scanned.found[j];
      if (right.place > left.place + left.span) break;
      if (right.place == left.place + left.span && right.paragraph == left.paragraph) tally_pair(left, right);
    }
  }
}

void Ranker::tally_pair(const FoundToken& left, const FoundToken& right) {
  for (const std::size_t i : pairs_of_[left.group]) {
    const PairWeight& pair = weights_.pairs[i];
    const WordWeight &l = weights_.words[pair.left], &r = weights_.words[pair.right];
    if (!scanner_.is_any_reading(left, l.word) || !scanner_.is_any_reading(right, r.word)) continue;
    pair_tallies_[i].count += left.field == Field::title ? ranking::kTitleCount : 1;
    if (is_accepted(left, l) && is_accepted(right, r)) pair_tallies_[i].as_typed = true;
  }
}

/// 1 / (1 + ln(tokens of the shortest stretch with all words that the article has / their number)).
double Ranker::shortest_span(const ScannedArticle& scanned) {
  constexpr std::uint32_t kNever = 0xFFFFFFFF;
  const auto wanted = static_cast<std::size_t>(
      std::count_if(tallies_.begin(), tallies_.end(), [](const Tally& tally) { return tally.found; }));
  if (wanted == 0) return 0;
  last_seen_.assign(weights_.words.size(), kNever);
  std::size_t seen = 0;
  std::uint32_t best = kNever;
  for (const FoundToken& token : scanned.found) {
    bool any = false;
    for (const std::size_t i : words_of_[token.group]) {
      if (!is_accepted(token, weights_.words[i])) continue;
      if (last_seen_[i] == kNever) ++seen;
      last_seen_[i] = token.place;
      any = true;
    }
    if (any && seen == wanted)
      best = std::min(best, token.place - *std::min_element(last_seen_.begin(), last_seen_.end()) + 1);
  }
  const double stretch = std::max<double>(best, static_cast<double>(wanted)) / static_cast<double>(wanted);
  return 1 / (1 + std::log(stretch));
}

double Ranker::total(const FullScore& score, double best_text) {
  const double text = best_text > 0 ? score.text() / best_text : 0;
  return text + ranking::kEarly * score.early + ranking::kNeighbours * score.neighbours + ranking::kSpan * score.span;
}

std::vector<ScorePart> Ranker::parts(const FullScore& score, double best_text) {
  const double unit = best_text > 0 ? 1 / best_text : 0;
  return {{"words", score.words * unit},
          {"pairs", score.pairs * unit},
          {"names", score.terms * unit},
          {"early", ranking::kEarly * score.early},
          {"neighbours", ranking::kNeighbours * score.neighbours},
          {"span", ranking::kSpan * score.span}};
}

}  // namespace timbao
