// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/plan/weights.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "common/index/listed_pairs.h"
#include "common/index/terms.h"
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
    WeightId before;
    for (const RankedWord& ranked : question_.ranked) {
      const WeightId word = add_word(ranked);
      if (ranked.link == RankedWord::Link::neighbour) add_pair(before, word);
      before = word;
    }
    for (const WordWeight& word : weights_.words) weights_.highlighted.push_back(word);
    for (const WordId whole : question_.ranked_wholes) add_whole(whole);
    return std::move(weights_);
  }

 private:
  /// A word that stands in the query twice has the weight of its first place.
  WeightId add_word(const RankedWord& ranked) {
    std::optional<WeightId>& known = weight_of_[ranked.word];
    if (!known) {
      WordWeight weight = word_weight(ranked.word);
      weight.folded *= ranked.weight;
      weight.exact *= ranked.weight;
      known = weights_.words.push_back(weight);
    }
    return *known;
  }

  void add_pair(WeightId left, WeightId right) {
    const bool is_known = std::any_of(weights_.pairs.begin(), weights_.pairs.end(), [&](const PairWeight& other) {
      return other.left == left && other.right == right;
    });
    if (!is_known) weights_.pairs.push_back(pair_weight(left, right));
  }

  void add_whole(WordId whole) {
    const auto is_whole = [whole](const WordWeight& known) { return known.word == whole; };
    if (std::none_of(weights_.highlighted.begin(), weights_.highlighted.end(), is_whole))
      weights_.highlighted.push_back(word_weight(whole));
  }

  [[nodiscard]] WordWeight word_weight(WordId id) const {
    const WordCounts& counts = counts_[id];
    WordWeight weight;
    weight.word = id;
    weight.by_reading = is_meant_as_typed(question_.words[id], counts, query_marks_);
    const double folded_idf = idf(vocabulary_.articles(), counts.articles_folded);
    weight.idf = weight.by_reading ? idf(vocabulary_.articles(), counts.articles_own) : folded_idf;
    weight.folded = (weight.by_reading ? ranking::kFolded : ranking::kUnmarked) * folded_idf;
    weight.exact = weight.by_reading ? ranking::kExact * weight.idf : 0;
    return weight;
  }

  [[nodiscard]] PairWeight pair_weight(WeightId left, WeightId right) const {
    const WordId left_word = weights_.words[left].word, right_word = weights_.words[right].word;
    const AskedWord &l = question_.words[left_word], &r = question_.words[right_word];
    const std::string term = pair_term_of(l, r);
    const std::uint32_t articles = term.empty() ? 0 : vocabulary_.articles_with(term);
    const double rarer = std::min(counts_[left_word].articles_folded, counts_[right_word].articles_folded);
    PairWeight pair{left, right};
    pair.posted = articles > 0 && (l.field == Field::title || is_listed_pair(l.folded, r.folded));
    pair.idf = idf(vocabulary_.articles(), pair.posted ? articles : ranking::kUnpostedShare * rarer);
    pair.weight = (pair.posted ? ranking::kPair : ranking::kUnpostedPair) * pair.idf;
    return pair;
  }

  const Question& question_;
  const QuestionCounts& counts_;
  const Vocabulary& vocabulary_;
  TypedMarks query_marks_;
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
