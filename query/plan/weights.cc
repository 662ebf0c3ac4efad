// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/plan/weights.h"

#include <algorithm>

#include "common/index/listed_pairs.h"
#include "common/index/terms.h"

namespace timbao {
namespace {

/// Whether any ranked word has marks: then what has none may be meant so.
bool has_marks(const Question& question) {
  return std::any_of(question.ranked.begin(), question.ranked.end(), [&](const RankedWord& ranked) {
    const AskedWord& word = question.words[ranked.word];
    return word.is_marked() && word.readings != Readings::any;
  });
}

bool is_meant_as_typed(const AskedWord& word, const WordCounts& counts, bool query_has_marks) {
  if (word.readings != Readings::any) return true;
  if (word.is_marked() || !query_has_marks) return false;
  return counts.articles_plain >= ranking::kTypedShare * counts.articles_folded;
}

class Weigher {
 public:
  Weigher(const Question& question, const std::vector<WordCounts>& counts, const Vocabulary& vocabulary)
      : question_(question), counts_(counts), vocabulary_(vocabulary), has_marks_(has_marks(question)) {}

  [[nodiscard]] WordWeight word(WordId id) const {
    const WordCounts& counts = counts_[id];
    WordWeight weight;
    weight.word = id;
    weight.by_reading = is_meant_as_typed(question_.words[id], counts, has_marks_);
    const double folded_idf = idf(vocabulary_.articles(), counts.articles_folded);
    weight.idf = weight.by_reading ? idf(vocabulary_.articles(), counts.articles_own) : folded_idf;
    weight.folded = (weight.by_reading ? ranking::kFolded : ranking::kUnmarked) * folded_idf;
    weight.exact = weight.by_reading ? ranking::kExact * weight.idf : 0;
    return weight;
  }

  /// Of two words that stand side by side; their places in the list of weights are the caller's business.
  [[nodiscard]] PairWeight pair(WordId left, WordId right) const {
    const AskedWord &l = question_.words[left], &r = question_.words[right];
    const std::string term = pair_term_of(l, r);
    const std::uint32_t articles = term.empty() ? 0 : vocabulary_.articles_with(term);
    const double rarer = std::min(counts_[left].articles_folded, counts_[right].articles_folded);
    PairWeight pair;
    pair.posted = articles > 0 && (l.field == Field::title || is_listed_pair(l.folded, r.folded));
    pair.idf = idf(vocabulary_.articles(), pair.posted ? articles : ranking::kUnpostedShare * rarer);
    pair.weight = (pair.posted ? ranking::kPair : ranking::kUnpostedPair) * pair.idf;
    return pair;
  }

 private:
  const Question& question_;
  const std::vector<WordCounts>& counts_;
  const Vocabulary& vocabulary_;
  bool has_marks_;
};

}  // namespace

std::string pair_term_of(const AskedWord& left, const AskedWord& right) {
  const bool has_pairs = !left.field || row_of(*left.field).pairs != PairRule::none;
  return has_pairs && left.field == right.field ? pair_term(left.folded, right.folded) : std::string();
}

QueryWeights weigh(const Question& question, const std::vector<WordCounts>& counts, const Vocabulary& vocabulary) {
  const Weigher weigher(question, counts, vocabulary);
  QueryWeights weights;
  std::vector<std::size_t> place_of(question.words.size(), question.words.size());
  WordId before = 0;
  for (const RankedWord& ranked : question.ranked) {
    std::size_t& place = place_of[ranked.word];
    if (place == question.words.size()) {
      place = weights.words.size();
      weights.words.push_back(weigher.word(ranked.word));
    }
    if (ranked.link == RankedWord::Link::neighbour) {
      PairWeight pair = weigher.pair(before, ranked.word);
      pair.left = place_of[before];
      pair.right = place;
      const bool known = std::any_of(weights.pairs.begin(), weights.pairs.end(), [&](const PairWeight& other) {
        return other.left == pair.left && other.right == pair.right;
      });
      if (!known) weights.pairs.push_back(pair);
    }
    before = ranked.word;
  }
  weights.marked = weights.words;
  for (const WordId whole : question.ranked_wholes) {
    const auto is_whole = [whole](const WordWeight& known) { return known.word == whole; };
    if (std::none_of(weights.marked.begin(), weights.marked.end(), is_whole))
      weights.marked.push_back(weigher.word(whole));
  }
  return weights;
}

}  // namespace timbao
