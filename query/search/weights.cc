// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/weights.h"

#include <algorithm>

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

WordWeight weigh_word(WordId id, const Question& question, const WordCounts& counts, const Vocabulary& vocabulary) {
  const double articles = vocabulary.articles();
  WordWeight weight;
  weight.word = id;
  weight.by_reading = is_meant_as_typed(question.words[id], counts, has_marks(question));
  const double folded_idf = idf(articles, counts.articles_folded);
  weight.idf = weight.by_reading ? idf(articles, counts.articles_own) : folded_idf;
  weight.folded = (weight.by_reading ? ranking::kFolded : ranking::kUnmarked) * folded_idf;
  weight.exact = weight.by_reading ? ranking::kExact * weight.idf : 0;
  return weight;
}

double rarer_of(const WordCounts& a, const WordCounts& b) { return std::min(a.articles_folded, b.articles_folded); }

PairWeight weigh_pair(std::size_t left, std::size_t right, const AskedWord& l, const AskedWord& r, double rarer,
                      const Vocabulary& vocabulary) {
  PairWeight pair{left, right, false, 0, 0};
  const std::string term = pair_term_of(l, r);
  const std::uint32_t articles = term.empty() ? 0 : vocabulary.articles_with(term);
  pair.posted = articles > 0 && (l.field == Field::title || is_listed_pair(l.folded, r.folded));
  pair.idf = idf(vocabulary.articles(), pair.posted ? articles : ranking::kUnpostedShare * rarer);
  pair.weight = (pair.posted ? ranking::kPair : ranking::kUnpostedPair) * pair.idf;
  return pair;
}

}  // namespace

std::string pair_term_of(const AskedWord& left, const AskedWord& right) {
  const bool has_pairs = !left.field || row_of(*left.field).pairs != PairRule::none;
  return has_pairs && left.field == right.field ? pair_term(left.folded, right.folded) : std::string();
}

QueryWeights weigh(const Question& question, const std::vector<WordCounts>& counts, const Vocabulary& vocabulary) {
  QueryWeights weights;
  std::vector<std::size_t> place_of(question.words.size(), question.words.size());
  WordId before = 0;
  for (const RankedWord& ranked : question.ranked) {
    std::size_t& place = place_of[ranked.word];
    if (place == question.words.size()) {
      place = weights.words.size();
      weights.words.push_back(weigh_word(ranked.word, question, counts[ranked.word], vocabulary));
    }
    const std::size_t left = place_of[before];
    const bool known = std::any_of(weights.pairs.begin(), weights.pairs.end(),
                                   [&](const PairWeight& pair) { return pair.left == left && pair.right == place; });
    if (ranked.link == RankedWord::Link::neighbour && !known)
      weights.pairs.push_back(weigh_pair(left, place, question.words[before], question.words[ranked.word],
                                         rarer_of(counts[before], counts[ranked.word]), vocabulary));
    before = ranked.word;
  }
  weights.marked = weights.words;
  for (const WordId whole : question.ranked_wholes)
    weights.marked.push_back(weigh_word(whole, question, counts[whole], vocabulary));
  return weights;
}

}  // namespace timbao
