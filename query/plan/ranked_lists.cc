// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/plan/ranked_lists.h"

#include <algorithm>
#include <utility>

#include "query/plan/clause_kinds.h"
#include "query/plan/estimates.h"
#include "query/plan/ranking_numbers.h"

namespace timbao {
namespace {

using Xapian::Query;

/// A term whose BM25 counts `value` instead of its own idf.
Query valued(const std::string& term, double value, double own_idf) {
  return own_idf < ranking::kTellsNothing ? Query(term) : Query(Query::OP_SCALE_WEIGHT, Query(term), value / own_idf);
}

/// Terms as one, whose BM25 counts `value` instead of its own idf.
Query as_one_word(const std::vector<std::string>& terms, double value, double own_idf) {
  const Query list(Query::OP_SYNONYM, terms.begin(), terms.end());
  return own_idf < ranking::kTellsNothing ? list : Query(Query::OP_SCALE_WEIGHT, list, value / own_idf);
}

/// The word of a phrase that fewest articles have, or where each place can be passed in several ways, the words that
/// the phrase may begin with: every place of the phrase in an article has one of them.
std::vector<WordId> words_of_every_way(const Clause& phrase, const QuestionCounts& counts) {
  const std::vector<bool> has_choice = places_with_a_choice(phrase);
  const PhraseStep* rarest = nullptr;
  for (const PhraseStep& step : phrase.steps)
    if (!has_choice[step.from] &&
        (rarest == nullptr || counts[step.word].articles_folded < counts[rarest->word].articles_folded))
      rarest = &step;
  if (rarest != nullptr) return {rarest->word};
  std::vector<WordId> first;
  for (const PhraseStep& step : phrase.steps)
    if (step.from == 0) first.push_back(step.word);
  return first;
}

/// Collects the lists of a question.
class ListCollector {
 public:
  ListCollector(const PreparedQuestion& prepared, const Vocabulary& vocabulary)
      : words_(prepared.question().words),
        counts_(prepared.counts()),
        weights_(prepared.weights()),
        vocabulary_(vocabulary),
        articles_(vocabulary.articles()) {}

  RankedLists collect(const std::vector<RankedName>& names) {
    for (const WordWeight& word : weights_.words) add_word(word);
    for (const PairWeight& pair : weights_.pairs) add_pair(pair);
    for (const AlternativeWeight& alternative : weights_.alternatives)
      if (!alternative.has_name) add_alternative(alternative);
    for (const RankedName& name : names) add_term(name.term, name.weight);
    put_common_last();
    std::stable_sort(lists_.begin(), lists_.end(),
                     [](const RankedList& a, const RankedList& b) { return a.value > b.value; });
    return {std::move(lists_), std::move(others_)};
  }

 private:
  /// All completions as one list, as if they were one word: an article with many of them is no better than one in
  /// which one of them stands as often.
  void add_beginning(const WordWeight& weight) {
    const std::vector<std::string> terms = terms_of(words_[weight.word], counts_[weight.word]);
    if (terms.empty()) return;
    const double articles = counts_[weight.word].articles_folded;
    const bool is_common = articles > ranking::kCommonBeginning * articles_;
    if (is_common) others_.emplace_back(Query::OP_OR, terms.begin(), terms.end());
    const std::vector<std::string> finding = is_common ? commonest_terms(counts_[weight.word], articles_) : terms;
    Query list = as_one_word(finding, weight.exact, xapian_idf(articles_, articles));
    (is_common ? common_ : lists_)
        .push_back({std::move(list), weight.exact, articles, words_[weight.word].exact + '*'});
  }

  /// Beginnings that most articles have tell hardly anything, and their lists are the longest of all: what only they
  /// find comes last. Where there is nothing else, the commonest completions of the rarest of them find the candidates.
  void put_common_last() {
    std::stable_sort(common_.begin(), common_.end(),
                     [](const RankedList& a, const RankedList& b) { return a.articles < b.articles; });
    if (lists_.empty() && !common_.empty()) lists_.push_back(std::move(common_.front()));
  }

  void add_word(const WordWeight& weight) {
    const AskedWord& word = words_[weight.word];
    if (word.is_beginning()) {
      add_beginning(weight);
      return;
    }
    std::vector<Query> typed;
    ShareWithAny with_any(articles_);
    for (const ReadingCount& reading : counts_[weight.word].readings) {
      const bool is_typed = reading.exact == word.exact, is_plain = reading.exact == word.folded;
      const double value = weight.by_reading && is_typed ? weight.exact + weight.folded : weight.folded;
      Query list = valued(reading.term, value, xapian_idf(articles_, reading.articles));
      if (!weight.by_reading || is_typed || (is_plain && word.readings != Readings::typed)) {
        typed.push_back(std::move(list));
        with_any.add(reading.articles);
      } else if (word.readings != Readings::typed) {
        others_.push_back(std::move(list));
      }
    }
    if (typed.empty()) return;
    const double value = weight.by_reading ? weight.exact + weight.folded : weight.folded;
    lists_.push_back({Query(Query::OP_OR, typed.begin(), typed.end()), value, with_any.articles(),
                      weight.by_reading ? word.exact : word.folded});
  }

  /// The articles that may have the phrase of an alternative count as much as if they had the words that it stands for,
  /// but no more than how few they are tells: most articles with the words of "khóa 9" do not have them side by side.
  void add_alternative(const AlternativeWeight& alternative) {
    const ClauseContext context{words_, counts_, vocabulary_};
    double value = 0;
    for (const WeightId word : alternative.words) value += weights_.words[word].exact + weights_.words[word].folded;
    for (const PairId pair : alternative.pairs) value += weights_.pairs[pair].weight;
    const double articles = likely_articles(alternative.phrase, context);
    if (articles <= 0) return;
    value = std::min(value * alternative.weight, ranking::kAlternativeList * idf(articles_, articles));
    std::vector<Query> weighed;
    std::string name;
    for (const WordId word : words_of_every_way(alternative.phrase, counts_)) {
      name += (name.empty() ? "" : " OR ") + words_[word].exact;
      for (const std::string& term : context.terms_of(word))
        weighed.push_back(valued(term, value, xapian_idf(articles_, vocabulary_.articles_with(term))));
    }
    Query any(Query::OP_OR, weighed.begin(), weighed.end());
    if (alternative.phrase.length > 1) any = Query(Query::OP_FILTER, any, superset(alternative.phrase, context));
    lists_.push_back({any, value, articles, name});
  }

  /// Every pair that is a term helps to find candidates, also one that only titles have as a term. Its list tells how
  /// many titles have it; it is valued by an estimate of how many articles have it anywhere.
  void add_pair(const PairWeight& pair) {
    const WordId left = weights_.words[pair.left].word, right = weights_.words[pair.right].word;
    const std::string term = pair_term_of(words_[left], words_[right]);
    const double with_it = term.empty() ? 0 : vocabulary_.articles_with(term);
    if (with_it == 0) return;
    const double rarer = std::min(counts_[left].articles_folded, counts_[right].articles_folded);
    const double anywhere = pair.posted ? with_it : std::max(with_it, ranking::kUnpostedShare * rarer);
    const double typed = std::min(weights_.words[pair.left].weight, weights_.words[pair.right].weight);
    const double value = typed * ranking::kPair * idf(articles_, anywhere);
    lists_.push_back({valued(term, value, xapian_idf(articles_, with_it)), value, with_it, term});
  }

  void add_term(const std::string& term, double weight) {
    const double with_it = vocabulary_.articles_with(term);
    if (with_it == 0) return;
    Query list = weight == 1 ? Query(term) : Query(Query::OP_SCALE_WEIGHT, Query(term), weight);
    lists_.push_back({std::move(list), weight * ranking::kPair * idf(articles_, with_it), with_it, term});
  }

  const IndexedVector<WordId, AskedWord>& words_;
  const QuestionCounts& counts_;
  const QueryWeights& weights_;
  const Vocabulary& vocabulary_;
  double articles_;
  std::vector<RankedList> lists_;
  std::vector<RankedList> common_;  // of beginnings that most articles have
  std::vector<Query> others_;
};

}  // namespace

RankedLists ranked_lists(const PreparedQuestion& prepared, const Vocabulary& vocabulary) {
  return ListCollector(prepared, vocabulary).collect(prepared.question().ranked_names);
}

}  // namespace timbao
