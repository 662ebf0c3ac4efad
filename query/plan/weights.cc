// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/plan/weights.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "common/index/listed_pairs.h"
#include "common/index/terms.h"
#include "query/plan/clause_kinds.h"
#include "query/plan/estimates.h"
#include "query/plan/ranking_numbers.h"

namespace timbao {
namespace {

/// Whether the user types marks: then a word without marks may be meant as it stands.
enum class TypedMarks : std::uint8_t { none, some };

TypedMarks typed_marks(const Question& question) {
  const bool some = std::any_of(question.ranked.begin(), question.ranked.end(), [&](const RankedWord& ranked) {
    const AskedWord& word = question.words[ranked.word];
    return word.is_marked() && word.readings != Readings::any;
  });
  return some ? TypedMarks::some : TypedMarks::none;
}

bool is_meant_as_typed(const AskedWord& word, const WordCounts& counts, TypedMarks query_marks) {
  if (word.readings != Readings::any) return true;
  if (word.is_marked() || query_marks == TypedMarks::none) return false;
  return counts.articles_plain >= ranking::kTypedShare * counts.articles_folded;
}

/// A place of the query: its word, and the pair that this makes with the word before it.
struct Place {
  WeightId word;
  std::optional<PairId> pair;
};

/// Finds out which pairs of a query are overlapped by stronger ones.
class OverlapFinder {
 public:
  OverlapFinder(const std::vector<Place>& places, const QuestionCounts& counts, QueryWeights& weights)
      : places_(places), counts_(counts), weights_(weights) {}

  /// A pair that stands in the query twice is overlapped only if it is overlapped at both places.
  void find() {
    IndexedVector<PairId, bool> is_known(weights_.pairs.size());
    for (std::size_t i = 0; i < places_.size(); ++i) {
      if (!places_[i].pair) continue;
      const std::optional<OverlappingWord> overlapping = overlapping_at(i);
      PairWeight& pair = weights_.pairs[*places_[i].pair];
      if (!is_known[*places_[i].pair])
        pair.overlapping = overlapping;
      else if (!overlapping)
        pair.overlapping.reset();
      is_known[*places_[i].pair] = true;
    }
  }

 private:
  /// What overlaps the pair of the words at the places i - 1 and i.
  [[nodiscard]] std::optional<OverlappingWord> overlapping_at(std::size_t i) const {
    if (!weights_.pairs[*places_[i].pair].posted) return std::nullopt;
    const double to_right = share_with(places_[i].word, i), to_left = share_with(places_[i - 1].word, i);
    if (places_[i - 1].pair && share_with(places_[i - 2].word, i - 1) > ranking::kOverlaps * to_right)
      return OverlappingWord{places_[i - 2].word, OverlappingWord::Side::before};
    if (i + 1 < places_.size() && places_[i + 1].pair &&
        share_with(places_[i + 1].word, i + 1) > ranking::kOverlaps * to_left)
      return OverlappingWord{places_[i + 1].word, OverlappingWord::Side::behind};
    return std::nullopt;
  }

  /// Which share of the articles that have one of the words of a pair have the pair. Only pairs that are terms wherever
  /// they occur can be compared: the archive does not tell how often it has the others, which overlap nothing.
  [[nodiscard]] double share_with(WeightId word, std::size_t place) const {
    const PairWeight& pair = weights_.pairs[*places_[place].pair];
    return pair.posted ? pair.articles / std::max(1.0, counts_[weights_.words[word].word].articles_folded) : 0;
  }

  const std::vector<Place>& places_;
  const QuestionCounts& counts_;
  QueryWeights& weights_;
};

/// Collects the weights of a question, word by word in the order of the query.
class WeightsBuilder {
 public:
  WeightsBuilder(const Question& question, const QuestionCounts& counts, const Vocabulary& vocabulary)
      : question_(question),
        counts_(counts),
        vocabulary_(vocabulary),
        query_marks_(typed_marks(question)),
        weight_of_(question.words.size()) {}

  QueryWeights build() {
    add_shares_of_alternatives();
    for (const RankedWord& ranked : question_.ranked) {
      places_.push_back({add_word(ranked), std::nullopt});
      if (ranked.link == RankedWord::Link::neighbour) places_.back().pair = add_pair(places_.size() - 1);
    }
    OverlapFinder(places_, counts_, weights_).find();
    for (const RankedAlternative& alternative : question_.alternatives) add_alternative(alternative);
    for (const WordWeight& word : weights_.words) weights_.highlighted.push_back(word);
    for (const WordId whole : question_.ranked_wholes) add_whole(whole);
    return std::move(weights_);
  }

 private:
  /// Every article with an alternative counts as one that has the words and the pairs that it stands for.
  void add_shares_of_alternatives() {
    const ClauseContext context{question_.words, counts_, vocabulary_};
    without_alternatives_ = IndexedVector<WordId, double>(question_.words.size());
    for (double& share : without_alternatives_) share = 1;
    pair_without_alternatives_.assign(question_.ranked.size(), 1);
    is_abbreviation_ = IndexedVector<WordId, bool>(question_.words.size());
    for (const RankedAlternative& alternative : question_.alternatives) {
      const double without = 1 - likely_share(alternative.phrase, context);
      for (std::size_t place = alternative.first; place < alternative.first + alternative.count; ++place) {
        without_alternatives_[question_.ranked[place].word] *= without;
        if (place > alternative.first) pair_without_alternatives_[place] *= without;
      }
      if (alternative.count == 1 && alternative.phrase.length > 1)
        is_abbreviation_[question_.ranked[alternative.first].word] = true;
    }
  }

  void add_alternative(const RankedAlternative& alternative) {
    AlternativeWeight weight;
    weight.phrase = alternative.phrase;
    weight.weight = alternative.weight;
    weight.has_name = alternative.has_name;
    const std::size_t end = alternative.first + alternative.count;
    for (std::size_t place = alternative.first; place < end; ++place) {
      add_once(weight.words, places_[place].word);
      if (place > alternative.first && places_[place].pair) add_once(weight.pairs, *places_[place].pair);
    }
    weight.before = places_[alternative.first].pair;
    if (end < places_.size()) weight.behind = places_[end].pair;
    weights_.alternatives.push_back(std::move(weight));
  }

  template <typename Id>
  static void add_once(std::vector<Id>& list, Id id) {
    if (std::find(list.begin(), list.end(), id) == list.end()) list.push_back(id);
  }

  /// The idf of what some articles have, or have an alternative to.
  ///
  /// Takes    the number of articles that have it itself; the share of all articles that have no alternative to it.
  [[nodiscard]] double idf_with_alternatives(double articles, double without_alternatives) const {
    const double all = std::max<double>(1, vocabulary_.articles());
    return idf(all, all * (1 - (1 - articles / all) * without_alternatives));
  }

  /// A word that stands in the query twice has the weight of its first place.
  WeightId add_word(const RankedWord& ranked) {
    std::optional<WeightId>& known = weight_of_[ranked.word];
    if (!known) {
      WordWeight weight = word_weight(ranked.word);
      weight.folded *= ranked.weight;
      weight.exact *= ranked.weight;
      weight.weight = ranked.weight;
      known = weights_.words.push_back(weight);
    }
    return *known;
  }

  /// Adds the pair of the words at a place and the one before.
  PairId add_pair(std::size_t place) {
    const WeightId left = places_[place - 1].word, right = places_[place].word;
    for (const PairId known : weights_.pairs.ids())
      if (weights_.pairs[known].left == left && weights_.pairs[known].right == right) return known;
    return weights_.pairs.push_back(pair_weight(left, right, pair_without_alternatives_[place]));
  }

  void add_whole(WordId whole) {
    const auto is_whole = [whole](const WordWeight& known) { return known.word == whole; };
    if (std::none_of(weights_.highlighted.begin(), weights_.highlighted.end(), is_whole))
      weights_.highlighted.push_back(word_weight(whole));
  }

  /// Makes the folded form and the typed reading weigh `value` together.
  static void scale_to(double value, WordWeight& weight) {
    const double factor = value / (weight.folded + weight.exact);
    weight.folded *= factor;
    weight.exact *= factor;
  }

  [[nodiscard]] WordWeight word_weight(WordId id) const {
    const WordCounts& counts = counts_[id];
    WordWeight weight;
    weight.word = id;
    weight.by_reading = is_meant_as_typed(question_.words[id], counts, query_marks_);
    const double folded_idf = idf_with_alternatives(counts.articles_folded, without_alternatives_[id]);
    if (question_.words[id].is_beginning()) {
      weight.by_reading = true;
      weight.idf = folded_idf;
      weight.exact = ranking::kUnmarked * folded_idf;
      return weight;
    }
    weight.idf = weight.by_reading ? idf_with_alternatives(counts.articles_own, without_alternatives_[id]) : folded_idf;
    weight.folded = (weight.by_reading ? ranking::kFolded : ranking::kUnmarked) * folded_idf;
    weight.exact = weight.by_reading ? ranking::kExact * weight.idf : 0;
    if (is_abbreviation_[id]) scale_to(ranking::kAbbreviation * weight.idf, weight);
    return weight;
  }

  [[nodiscard]] PairWeight pair_weight(WeightId left, WeightId right, double without_alternatives) const {
    const WordId left_word = weights_.words[left].word, right_word = weights_.words[right].word;
    const AskedWord &l = question_.words[left_word], &r = question_.words[right_word];
    const std::string term = pair_term_of(l, r);
    const std::uint32_t articles = term.empty() ? 0 : vocabulary_.articles_with(term);
    const double rarer = std::min(counts_[left_word].articles_folded, counts_[right_word].articles_folded);
    PairWeight pair;
    pair.left = left;
    pair.right = right;
    pair.posted = articles > 0 && (l.field == Field::title || is_listed_pair(l.folded, r.folded));
    pair.articles = articles;
    pair.idf = idf_with_alternatives(pair.posted ? articles : ranking::kUnpostedShare * rarer, without_alternatives);
    pair.weight = (pair.posted ? ranking::kPair : ranking::kUnpostedPair) * pair.idf *
                  std::min(weights_.words[left].weight, weights_.words[right].weight);
    return pair;
  }

  const Question& question_;
  const QuestionCounts& counts_;
  const Vocabulary& vocabulary_;
  TypedMarks query_marks_;
  IndexedVector<WordId, double> without_alternatives_;  // the share of the articles that have none to a word
  std::vector<double> pair_without_alternatives_;       // the same for the pair of a place with the one before
  IndexedVector<WordId, bool> is_abbreviation_;         // several words are an alternative to the single word
  std::vector<Place> places_;
  IndexedVector<WordId, std::optional<WeightId>> weight_of_;
  QueryWeights weights_;
};

}  // namespace

std::string pair_term_of(const AskedWord& left, const AskedWord& right) {
  const bool has_pairs = !left.field || row_of(*left.field).pairs != PairRule::none;
  return has_pairs && left.field == right.field ? pair_term(left.folded, right.folded) : std::string();
}

QueryWeights weigh(const Question& question, const QuestionCounts& counts, const Vocabulary& vocabulary) {
  return WeightsBuilder(question, counts, vocabulary).build();
}

}  // namespace timbao
