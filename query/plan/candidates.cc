// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/plan/candidates.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "common/index/impact.h"
#include "common/index/terms.h"

namespace timbao {
namespace {

using Xapian::Query;

constexpr double kArticlesStudied = 20'000;  // where budget and candidates were measured
constexpr double kBudget = 15'000;
constexpr std::size_t kLeastLists = 3;
constexpr double kLeadingValue = 0.6, kLeadingPostings = 0.1;  // of the value of all lists, of the budget
constexpr std::size_t kLeastCandidates = 60, kMostCandidates = 200;

/// Terms that are asked for as one: a pair, a name, a word with its readings.
struct List {
  Query query;
  double value = 0;  // weight × idf: how much a hit in it tells
  double articles = 0;
  std::string name;
};

/// A term whose BM25 is to count `value` instead of its own idf.
Query valued(const std::string& term, double value, double articles, double with_it) {
  const double own = xapian_idf(articles, with_it);
  constexpr double kTellsNothing = 1e-6;
  return own < kTellsNothing ? Query(term) : Query(Query::OP_SCALE_WEIGHT, Query(term), value / own);
}

class Maker {
 public:
  Maker(const Question& question, const QuestionCounts& counts, const QueryWeights& weights,
        const Vocabulary& vocabulary)
      : question_(question),
        counts_(counts),
        weights_(weights),
        vocabulary_(vocabulary),
        articles_(vocabulary.articles()) {}

  CandidateQueries make() {
    for (const WordWeight& word : weights_.words) add_word(word);
    for (const PairWeight& pair : weights_.pairs) add_pair(pair);
    for (const std::string& term : question_.ranked_terms) add_name(term);
    std::stable_sort(lists_.begin(), lists_.end(), [](const List& a, const List& b) { return a.value > b.value; });
    return finish();
  }

 private:
  void add_word(const WordWeight& weight) {
    const AskedWord& word = question_.words[weight.word];
    const WordCounts& counts = counts_[weight.word];
    std::vector<Query> typed, others;
    double in_none = 1;
    for (const ReadingCount& reading : counts.readings) {
      const bool own = reading.exact == word.exact, plain = reading.exact == word.folded;
      const double value = weight.by_reading && own ? weight.exact + weight.folded : weight.folded;
      const bool wanted = !weight.by_reading || own || (plain && word.readings != Readings::own);
      Query list = valued(reading.term, value, articles_, reading.articles);
      if (!wanted) {
        if (word.readings != Readings::own) others.push_back(std::move(list));
        continue;
      }
      typed.push_back(std::move(list));
      in_none *= 1 - reading.articles / std::max(articles_, 1.0);
    }
    others_.insert(others_.end(), others.begin(), others.end());
    if (typed.empty()) return;
    const double value = weight.by_reading ? weight.exact + weight.folded : weight.folded;
    lists_.push_back({Query(Query::OP_OR, typed.begin(), typed.end()), value, articles_ * (1 - in_none),
                      weight.by_reading ? word.exact : word.folded});
  }

  /// Any pair that is a term helps to find candidates, those that only titles have too.
  void add_pair(const PairWeight& pair) {
    const std::string term =
        pair_term_of(question_.words[weights_.words[pair.left].word], question_.words[weights_.words[pair.right].word]);
    if (!term.empty()) add_term(term);
  }

  void add_name(const std::string& term) { add_term(term); }

  void add_term(const std::string& term) {
    const double with_it = vocabulary_.articles_with(term);
    if (with_it > 0) lists_.push_back({Query(term), ranking::kPair * idf(articles_, with_it), with_it, term});
  }

  CandidateQueries finish() {
    CandidateQueries queries;
    std::vector<Query> leading, following, whole;
    const double budget = posting_budget(articles_);
    double postings = 0, value = 0;
    for (const List& list : lists_) {
      const std::size_t kept = leading.size() + following.size();
      const bool fits = kept < kLeastLists || postings + list.articles <= budget;
      if (fits && kept == whole.size()) {
        const bool leads = value < kLeadingValue * all_value() || postings < kLeadingPostings * budget;
        (leads ? leading : following).push_back(list.query);
        postings += list.articles;
        value += list.value;
      }
      whole.push_back(list.query);
      const bool is_kept = leading.size() + following.size() == whole.size();
      queries.lines.push_back(line_of(list, is_kept ? (following.empty() ? "list " : "then ") : "later "));
    }
    queries.kept = Query(Query::OP_OR, leading.begin(), leading.end());
    if (!following.empty())
      queries.kept = Query(Query::OP_AND_MAYBE, queries.kept, Query(Query::OP_OR, following.begin(), following.end()));
    queries.whole = Query(Query::OP_OR, whole.begin(), whole.end());
    queries.others = Query(Query::OP_OR, others_.begin(), others_.end());
    queries.kept_is_whole = leading.size() == whole.size();
    return queries;
  }

  [[nodiscard]] double all_value() const {
    return std::accumulate(lists_.begin(), lists_.end(), 0.0,
                           [](double sum, const List& list) { return sum + list.value; });
  }

  static std::string line_of(const List& list, const std::string& kind) {
    return kind + list.name + ": " + std::to_string(std::llround(list.articles));
  }

  const Question& question_;
  const QuestionCounts& counts_;
  const QueryWeights& weights_;
  const Vocabulary& vocabulary_;
  double articles_;
  std::vector<List> lists_;
  std::vector<Query> others_;
};

}  // namespace

CandidateQueries make_candidates(const Question& question, const QuestionCounts& counts,
                                 const QueryWeights& weights, const Vocabulary& vocabulary) {
  return Maker(question, counts, weights, vocabulary).make();
}

double posting_budget(double articles) { return kBudget * std::sqrt(std::max(1.0, articles / kArticlesStudied)); }

std::size_t candidate_count(double articles) {
  const double wanted = static_cast<double>(kLeastCandidates) * std::sqrt(std::max(1.0, articles / kArticlesStudied));
  return std::min(kMostCandidates, static_cast<std::size_t>(wanted));
}

Xapian::BM25Weight first_pass_weight() {
  constexpr double kNoQueryLength = 0, kQueryCount = 1, kNoLength = 0, kLeastLength = 0.5;
  return {ranking::kK1 * impact::kUnit, kNoQueryLength, kQueryCount, kNoLength, kLeastLength};
}

}  // namespace timbao
