// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/plan/candidates.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "common/index/impact.h"
#include "query/plan/estimates.h"
#include "query/plan/ranking_numbers.h"

namespace timbao {
namespace {

using Xapian::Query;

/// Posting lists that are weighted as one: those of a word with its readings, of a pair, or of a name.
struct RankedList {
  Query query;
  double value = 0;  // weight × idf: how much a hit in it tells
  double articles = 0;
  std::string name;
};

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

std::string line_of(const RankedList& list, const std::string& kind) {
  return kind + list.name + ": " + std::to_string(std::llround(list.articles));
}

double value_of(const std::vector<RankedList>& lists) {
  return std::accumulate(lists.begin(), lists.end(), 0.0,
                         [](double sum, const RankedList& list) { return sum + list.value; });
}

/// Collects the lists of a question, then chooses among them.
class CandidatesBuilder {
 public:
  CandidatesBuilder(const PreparedQuestion& prepared, const Vocabulary& vocabulary)
      : words_(prepared.question().words),
        counts_(prepared.counts()),
        weights_(prepared.weights()),
        vocabulary_(vocabulary),
        articles_(vocabulary.articles()) {}

  CandidateQueries build(const std::vector<RankedName>& names) {
    for (const WordWeight& word : weights_.words) add_word(word);
    for (const PairWeight& pair : weights_.pairs) add_pair(pair);
    for (const AlternativeWeight& alternative : weights_.alternatives)
      if (!alternative.has_name) add_alternative(alternative);
    for (const RankedName& name : names) add_term(name.term, name.weight);
    put_common_last();
    std::stable_sort(lists_.begin(), lists_.end(),
                     [](const RankedList& a, const RankedList& b) { return a.value > b.value; });
    return choose();
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

  /// The most valuable lists, until they hold nearly all of the value.
  [[nodiscard]] Query telling_lists() const {
    const double enough = ranking::kTellingValue * value_of(lists_);
    std::vector<Query> telling;
    double value = 0;
    for (const RankedList& list : lists_) {
      if (value >= enough) break;
      telling.push_back(list.query);
      value += list.value;
    }
    return {Query::OP_OR, telling.begin(), telling.end()};
  }

  CandidateQueries choose() {
    CandidateQueries queries;
    std::vector<Query> leading, following, whole;
    const double budget = posting_budget(articles_), leading_value = ranking::kLeadingValue * value_of(lists_);
    double postings = 0, value = 0;
    for (const RankedList& list : lists_) {
      const std::size_t kept = leading.size() + following.size();
      const bool fits = kept < ranking::kLeastLists || postings + list.articles <= budget;
      if (fits && kept == whole.size()) {
        const bool leads = value < leading_value || postings < ranking::kLeadingPostings * budget;
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
    queries.telling = telling_lists();
    queries.whole = Query(Query::OP_OR, whole.begin(), whole.end());
    queries.others = Query(Query::OP_OR, others_.begin(), others_.end());
    queries.kept_is_whole = leading.size() == whole.size();
    return queries;
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

// ---- segments

bool is_any_of_many_phrases(const Clause& clause) {
  const auto is_read = [](const Clause& child) { return row_of(child).told_by == ToldBy::token_sequences; };
  return clause.kind == ClauseKind::any_of && clause.children.size() > ranking::kManyPhrases &&
         std::all_of(clause.children.begin(), clause.children.end(), is_read);
}

/// Whether a word asks for less than the lists of its pairs and names hold.
bool is_narrow(const AskedWord& word) { return word.field.has_value() || word.readings == Readings::typed; }

/// Whether the lists of the ranked words find articles that are no hits, so that the clause of the hits has to be a
/// part of the query.
bool lists_find_too_much(const Question& question, const SearchRequest& request) {
  return question.filtered || !question.optional_words || question.hits.kind == ClauseKind::all_of ||
         is_any_of_many_phrases(question.hits) ||
         (request.match == MatchMode::any && !is_any_of_words(question.hits)) ||
         std::any_of(question.words.begin(), question.words.end(), is_narrow);
}

/// Whether the hits are those of one phrase, so that each has all of its words.
bool asks_for_a_phrase(const Question& question) {
  return !question.optional_words && question.hits.kind == ClauseKind::phrase;
}

Query but_not(const Query& wanted, const Query& unwanted) { return {Query::OP_AND_NOT, wanted, unwanted}; }

/// A ranking query that finds hits only. Where words are optional, an article needs one of them; else the clause of the
/// hits finds the articles, and the lists only weigh them.
class HitsOnly {
 public:
  HitsOnly(const Question& question, const ClauseContext& context)
      : needed_(Query::OP_SCALE_WEIGHT, superset(question.hits, context), 0),
        optional_words_(question.optional_words) {}

  [[nodiscard]] Query of(const Query& ranking) const {
    if (optional_words_) return {Query::OP_FILTER, ranking, needed_};
    return {Query::OP_AND_MAYBE, needed_, ranking};
  }

 private:
  Query needed_;
  bool optional_words_;
};

}  // namespace

CandidateQueries candidate_queries(const PreparedQuestion& prepared, const Vocabulary& vocabulary) {
  return CandidatesBuilder(prepared, vocabulary).build(prepared.question().ranked_names);
}

std::vector<RankingSegment> ranking_segments(const PreparedQuestion& prepared, const Vocabulary& vocabulary,
                                             const SearchRequest& request) {
  using Order = RankingSegment::Order;
  const Question& question = prepared.question();
  const CandidateQueries queries = candidate_queries(prepared, vocabulary);
  if (!lists_find_too_much(question, request)) {
    const bool takes_all = queries.kept_is_whole || !request.limit || request.match == MatchMode::any;
    const Query last = but_not(queries.others, queries.whole);
    if (takes_all) return {{queries.whole, Order::reranked}, {last, Order::first_pass}};
    return {{queries.kept, Order::reranked},
            {but_not(queries.whole, queries.kept), Order::first_pass},
            {last, Order::first_pass}};
  }
  const HitsOnly hits_only(question, prepared.context(vocabulary));
  const Query& weighing = asks_for_a_phrase(question) ? queries.telling : queries.whole;
  const Query& leading = queries.lines.size() > ranking::kManyLists ? queries.kept : weighing;
  std::vector<RankingSegment> segments{{hits_only.of(leading), Order::reranked}};
  if (!question.optional_words) return segments;
  if (&leading == &queries.kept && !queries.kept_is_whole)
    segments.push_back({hits_only.of(but_not(queries.whole, queries.kept)), Order::first_pass});
  segments.push_back({hits_only.of(but_not(queries.others, queries.whole)), Order::first_pass});
  return segments;
}

double posting_budget(double articles) {
  return ranking::kPostingBudget * std::sqrt(std::max(1.0, articles / ranking::kArticlesStudied));
}

std::size_t candidate_count(const Question& question, double articles) {
  std::vector<bool> is_numeral(question.ranked.size());
  for (const RankedAlternative& each : question.alternatives)
    if (each.kind == AlternativeKind::numeral)
      std::fill_n(is_numeral.begin() + static_cast<std::ptrdiff_t>(each.first), each.count, true);
  // In a long query the other words find the right articles.
  const auto numerals = static_cast<std::size_t>(std::count(is_numeral.begin(), is_numeral.end(), true));
  const bool needs_more = numerals > 0 && ranking::kWordsBesideNumerals * numerals >= is_numeral.size();
  const double least = static_cast<double>(ranking::kLeastCandidates) * (needs_more ? ranking::kForNumerals : 1);
  const double wanted = least * std::sqrt(std::max(1.0, articles / ranking::kArticlesStudied));
  return std::min(ranking::kMostCandidates, static_cast<std::size_t>(wanted));
}

Xapian::BM25Weight first_pass_weight() {
  constexpr double kNoQueryLength = 0, kQueryCount = 1, kNoLength = 0, kLeastLength = 0.5;
  return {ranking::kK1 * impact::kUnit, kNoQueryLength, kQueryCount, kNoLength, kLeastLength};
}

}  // namespace timbao
