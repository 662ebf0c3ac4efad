// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/rank.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "common/index/impact.h"
#include "query/plan/ranking_numbers.h"

namespace timbao {
namespace {

/// As how many occurrences one of a field counts.
double count_in(Field field) { return field == Field::title ? ranking::kTitleCount : 1; }

}  // namespace

Ranker::Ranker(const PreparedQuestion& prepared, RestoredWords restored, double average_tokens)
    : weights_(prepared.weights()),
      scanner_(prepared.scanner()),
      restored_(std::move(restored)),
      average_tokens_(average_tokens),
      words_of_(scanner_.groups()),
      neighbours_(weights_, scanner_),
      phrases_(scanner_) {
  for (const WeightId i : weights_.words.ids()) words_of_[scanner_.group_of(weights_.words[i].word)].push_back(i);
  for (const WeightId i : weights_.words.ids()) all_idf_ += idf_of(i);
  for (const PairWeight& pair : weights_.pairs) all_pair_idf_ += pair.idf;
}

double Ranker::idf_of(WeightId i) const { return restored_[i].is_known() ? restored_[i].idf : weights_.words[i].idf; }

bool Ranker::is_accepted(const FoundToken& token, WeightId i) const {
  const WordWeight& word = weights_.words[i];
  if (word.by_reading) return scanner_.is_as_typed(token, word.word);
  const bool agrees = !restored_[i].is_known() || restored_[i].agrees(token.reading) >= ranking::kAgrees;
  return agrees && scanner_.is_any_reading(token, word.word);
}

double Ranker::saturated(double count) const { return count * (ranking::kK1 + 1) / (count + length_factor_); }

FullScore Ranker::score(const ScannedArticle& scanned) {
  const double length = scanned.tokens + (ranking::kTitleCount - 1) * double{1} * scanned.title_tokens;
  length_factor_ = ranking::kK1 * impact::length_norm(length, average_tokens_);
  tally_words(scanned);
  tally_pairs(scanned);
  tally_alternatives(scanned);
  FullScore score;
  score.title = title_share(scanned);
  score_words(score);
  score_pairs(score);
  double found_idf = 0;
  for (const WeightId i : weights_.words.ids()) {
    const Tally& tally = tallies_[i];
    if (tally.in_text) score.early += idf_of(i) / (1 + tally.first_in_text / ranking::kEarlyHalf);
    if (tally.found) found_idf += idf_of(i);
  }
  if (all_idf_ > 0) {
    score.early /= all_idf_;
    score.span = found_idf / all_idf_ * shortest_span(scanned);
  }
  return score;
}

void Ranker::score_words(FullScore& score) const {
  for (const WeightId i : weights_.words.ids()) {
    const WordWeight& word = weights_.words[i];
    const double folded = saturated(tallies_[i].folded), exact = saturated(tallies_[i].exact);
    const bool is_restored = restored_[i].is_known();
    score.words += (is_restored ? ranking::kRestoredFolded : 1) * word.folded * folded + word.exact * exact;
    if (is_restored) score.marks += word.weight * ranking::kRestored * restored_[i].idf * exact;
  }
}

void Ranker::score_pairs(FullScore& score) const {
  for (const PairId i : weights_.pairs.ids()) {
    score.pairs += weights_.pairs[i].weight * saturated(pair_tallies_[i].count);
    if (pair_tallies_[i].as_typed) score.neighbours += weights_.pairs[i].idf;
  }
  if (all_pair_idf_ > 0) score.neighbours /= all_pair_idf_;
}

void Ranker::tally_words(const ScannedArticle& scanned) {
  tallies_.assign(weights_.words.size(), {});
  for (const FoundToken& token : scanned.found) {
    const double count = count_in(token.field);
    for (const WeightId i : words_of_[token.group]) {
      const WordWeight& word = weights_.words[i];
      Tally& tally = tallies_[i];
      if (!scanner_.is_any_reading(token, word.word)) continue;
      tally.folded += count;
      if (restored_[i].is_known()) tally.exact += count * restored_[i].agrees(token.reading);
      if (!is_accepted(token, i)) continue;
      if (!restored_[i].is_known()) tally.exact += count;
      tally.found = true;
      if (tally.in_text || token.field == Field::title) continue;
      tally.in_text = true;
      tally.first_in_text = token.place - std::min(token.place, scanned.title_tokens);
    }
  }
}

void Ranker::tally_pairs(const ScannedArticle& scanned) {
  pair_tallies_.assign(weights_.pairs.size(), {});
  neighbours_.each(scanned, [this](PairId pair, const FoundToken& left, const FoundToken& right, PairPlace place) {
    PairTally& tally = pair_tallies_[pair];
    const double count = count_in(left.field);
    tally.count += place == PairPlace::usual ? count : ranking::kOverlappedAlone * count;
    if (place == PairPlace::overlapped_alone) return;
    if (is_accepted(left, weights_.pairs[pair].left) && is_accepted(right, weights_.pairs[pair].right))
      tally.as_typed = true;
  });
}

void Ranker::tally_alternatives(const ScannedArticle& scanned) {
  in_title_.clear();
  if (weights_.alternatives.empty()) return;
  seen_by_alternatives_.clear();
  standing_.clear();
  found_.assign(scanned, scanner_.groups());
  for (const AlternativeWeight& alternative : weights_.alternatives)
    for (const StandingPlace& place : phrases_.places(alternative.phrase, found_))
      standing_.push_back({&alternative, place});
  std::stable_sort(standing_.begin(), standing_.end(), [](const StandingAlternative& a, const StandingAlternative& b) {
    return a.place.first < b.place.first;
  });
  for (const StandingAlternative& standing : standing_) tally_alternative(standing, scanned.title_tokens);
  if (standing_.empty()) return;
  tally_pairs_before_alternatives(scanned);
  tally_pairs_behind_alternatives(scanned);
}

void Ranker::tally_alternative(const StandingAlternative& standing, std::uint32_t title_tokens) {
  const AlternativeWeight& alternative = *standing.alternative;
  const StandingPlace& place = standing.place;
  const bool in_title = place.field == Field::title;
  const double count = alternative.weight * count_in(place.field);
  if (in_title) in_title_.emplace_back(place.first, place.end);
  const std::uint32_t in_text = place.first - std::min(place.first, title_tokens);
  for (const WeightId word : alternative.words) {
    Tally& tally = tallies_[word];
    tally.folded += count;
    tally.exact += count;
    tally.found = true;
    seen_by_alternatives_.push_back({place.first, word});
    if (in_title || (tally.in_text && tally.first_in_text <= in_text)) continue;
    tally.in_text = true;
    tally.first_in_text = in_text;
  }
  for (const PairId pair : alternative.pairs) add_to_pair(pair, alternative.weight, place.field);
}

template <typename OnStanding>
void Ranker::each_standing_at(std::uint32_t place, OnStanding on_standing) const {
  const auto is_before = [](const StandingAlternative& standing, std::uint32_t at) {
    return standing.place.first < at;
  };
  auto standing = std::lower_bound(standing_.begin(), standing_.end(), place, is_before);
  for (; standing != standing_.end() && standing->place.first == place; ++standing) on_standing(*standing);
}

void Ranker::tally_pairs_before_alternatives(const ScannedArticle& scanned) {
  for (const FoundToken& token : scanned.found)
    each_standing_at(token.place + token.span, [&](const StandingAlternative& standing) {
      const AlternativeWeight& alternative = *standing.alternative;
      if (!alternative.before || standing.place.paragraph != token.paragraph) return;
      if (is_accepted(token, weights_.pairs[*alternative.before].left))
        add_to_pair(*alternative.before, alternative.weight, token.field);
    });
}

void Ranker::tally_pairs_behind_alternatives(const ScannedArticle& scanned) {
  for (const StandingAlternative& standing : standing_) {
    const std::optional<PairId> pair = standing.alternative->behind;
    const double share = pair ? share_behind(standing, *pair, scanned) : 0;
    if (share > 0) add_to_pair(*pair, share * standing.alternative->weight, standing.place.field);
  }
}

/// How much of the pair's right word stands directly behind an alternative to the left one: 1 of the word itself, of an
/// alternative its weight, of nothing 0.
double Ranker::share_behind(const StandingAlternative& standing, PairId pair, const ScannedArticle& scanned) const {
  const std::uint32_t end = standing.place.end, paragraph = standing.place.paragraph;
  const auto is_before = [](const FoundToken& token, std::uint32_t place) { return token.place < place; };
  auto token = std::lower_bound(scanned.found.begin(), scanned.found.end(), end, is_before);
  for (; token != scanned.found.end() && token->place == end; ++token)
    if (token->paragraph == paragraph && is_accepted(*token, weights_.pairs[pair].right)) return 1;
  double share = 0;
  each_standing_at(end, [&](const StandingAlternative& behind) {
    if (behind.alternative->before == pair && behind.place.paragraph == paragraph)
      share = std::max(share, behind.alternative->weight);
  });
  return share;
}

void Ranker::add_to_pair(PairId pair, double count, Field field) {
  pair_tallies_[pair].count += count * count_in(field);
  pair_tallies_[pair].as_typed = true;
}

double Ranker::title_share(const ScannedArticle& scanned) {
  for (const FoundToken& token : scanned.found) {
    if (token.field != Field::title) continue;
    const std::vector<WeightId>& words = words_of_[token.group];
    if (std::any_of(words.begin(), words.end(), [&](WeightId i) { return is_accepted(token, i); }))
      in_title_.emplace_back(token.place, token.place + token.span);
  }
  // A joined form covers the tokens that it is made of, and each token counts once.
  std::sort(in_title_.begin(), in_title_.end());
  std::uint32_t end = 0, covered = 0;
  for (const auto& [first, behind] : in_title_) {
    if (behind > end) covered += behind - std::max(first, end);
    end = std::max(end, behind);
  }
  return covered == 0 ? 0 : std::min(1.0, double{1} * covered / scanned.title_tokens);
}

/// 1 / (1 + ln(t / w)): the shortest stretch that holds each of the w words that the article has is t tokens long.
double Ranker::shortest_span(const ScannedArticle& scanned) {
  constexpr std::uint32_t kNever = 0xFFFFFFFF;
  const auto wanted = static_cast<std::size_t>(
      std::count_if(tallies_.begin(), tallies_.end(), [](const Tally& tally) { return tally.found; }));
  if (wanted == 0) return 0;
  last_seen_.assign(weights_.words.size(), kNever);
  std::size_t seen = 0;
  std::uint32_t best = kNever;
  const auto see = [&](WeightId word, std::uint32_t place) {
    if (last_seen_[word] == kNever) ++seen;
    last_seen_[word] = place;
  };
  const auto end_at = [&](std::uint32_t place) {
    if (seen == wanted) best = std::min(best, place - *std::min_element(last_seen_.begin(), last_seen_.end()) + 1);
  };
  auto other = seen_by_alternatives_.begin();
  const auto see_others_up_to = [&](std::uint32_t place) {
    for (; other != seen_by_alternatives_.end() && other->place <= place; ++other) {
      see(other->word, other->place);
      end_at(other->place);
    }
  };
  for (const FoundToken& token : scanned.found) {
    see_others_up_to(token.place);
    bool any = false;
    for (const WeightId i : words_of_[token.group]) {
      if (!is_accepted(token, i)) continue;
      see(i, token.place);
      any = true;
    }
    if (any) end_at(token.place);
  }
  see_others_up_to(kNever);
  const double stretch = std::max<double>(best, static_cast<double>(wanted)) / static_cast<double>(wanted);
  return 1 / (1 + std::log(stretch));
}

double FullScore::total(double best_text) const {
  const double relative = best_text > 0 ? text() / best_text : 0;
  return relative + ranking::kEarly * early + ranking::kNeighbours * neighbours + ranking::kSpan * span +
         ranking::kTitle * title;
}

std::vector<ScorePart> FullScore::parts(double best_text) const {
  const double unit = best_text > 0 ? 1 / best_text : 0;
  return {{"words", words * unit},
          {"marks", marks * unit},
          {"pairs", pairs * unit},
          {"names", terms * unit},
          {"early", ranking::kEarly * early},
          {"neighbours", ranking::kNeighbours * neighbours},
          {"span", ranking::kSpan * span},
          {"title", ranking::kTitle * title}};
}

}  // namespace timbao
