// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/plan/clause_query.h"

#include <algorithm>
#include <numeric>

#include "common/index/listed_pairs.h"
#include "common/index/terms.h"
#include "query/language/days.h"
#include "query/plan/days_query.h"

namespace timbao {
namespace {

using Xapian::Query;

std::string_view prefix_of(const AskedWord& word) {
  return word.field ? row_of(*word.field).prefix : std::string_view();
}

WordCounts count_word(const AskedWord& word, const Vocabulary& vocabulary) {
  WordCounts counts;
  counts.readings = vocabulary.readings(prefix_of(word), word.folded);
  const double all = std::max<double>(1, vocabulary.articles());
  double in_none = 1;
  for (const ReadingCount& reading : counts.readings) {
    in_none *= 1 - reading.articles / all;
    if (reading.exact == word.exact) counts.articles_own = reading.articles;
    if (reading.exact == word.folded) counts.articles_plain = reading.articles;
  }
  counts.articles_folded = all * (1 - in_none);
  return counts;
}

bool stands_for(const AskedWord& word, const ReadingCount& reading) {
  const bool own = reading.exact == word.exact;
  const bool plain = reading.exact == word.folded;
  return word.readings == Readings::any || own || (word.readings == Readings::own_or_plain && plain);
}

/// Clauses without those that say again what one before them says: each would open the same lists once more.
std::vector<const Clause*> distinct(const std::vector<Clause>& clauses) {
  std::vector<const Clause*> list;
  for (const Clause& clause : clauses)
    if (std::none_of(list.begin(), list.end(), [&](const Clause* other) { return *other == clause; }))
      list.push_back(&clause);
  return list;
}

}  // namespace

QuestionCounts count_words(const Question& question, const Vocabulary& vocabulary) {
  QuestionCounts counts;
  for (const AskedWord& word : question.words) {
    const auto is_counted_alike = [&](WordId counted) {
      const AskedWord& other = question.words[counted];
      return other.folded == word.folded && other.exact == word.exact && other.field == word.field;
    };
    const auto known = counts.ids();
    const auto same = std::find_if(known.begin(), known.end(), is_counted_alike);
    counts.push_back(same != known.end() ? counts[*same] : count_word(word, vocabulary));
  }
  return counts;
}

Query any_of_terms(const std::vector<std::string>& terms) {
  if (terms.empty()) return Query::MatchNothing;
  return terms.size() == 1 ? Query(terms.front()) : Query(Query::OP_OR, terms.begin(), terms.end());
}

std::vector<std::string> QueryBuilder::terms_of(WordId id) const {
  std::vector<std::string> terms;
  for (const ReadingCount& reading : counts_[id].readings)
    if (stands_for(question_.words[id], reading)) terms.push_back(reading.term);
  return terms;
}

Query QueryBuilder::word(WordId id) const { return any_of_terms(terms_of(id)); }

Query QueryBuilder::superset(const Clause& clause) const {
  switch (clause.kind) {
    case ClauseKind::word:
      return word(clause.word);
    case ClauseKind::run:
      return run(clause, clause.steps.size());
    case ClauseKind::terms:
      return any_of_terms(clause.terms);
    case ClauseKind::days:
      return days_query(clause.days, vocabulary_);
    case ClauseKind::none_of:
      return without(Query::MatchAll, clause);
    case ClauseKind::all_of:
      return conjunction(clause);
    case ClauseKind::any_of:
      break;
  }
  return any_of(clause);
}

/// Of a great many runs only the rarest list of each is opened: most articles have one of them, and are looked at
/// anyway.
Query QueryBuilder::any_of(const Clause& clause) const {
  constexpr std::ptrdiff_t kManyRuns = 64;
  const std::vector<const Clause*> children = distinct(clause.children);
  const auto is_run = [](const Clause* child) { return child->kind == ClauseKind::run; };
  const bool has_many_runs = std::count_if(children.begin(), children.end(), is_run) > kManyRuns;
  std::vector<Query> ways;
  ways.reserve(children.size());
  for (const Clause* child : children)
    ways.push_back(has_many_runs && is_run(child) ? run(*child, std::max<std::size_t>(1, child->length / 2))
                                                  : superset(*child));
  return {Query::OP_OR, ways.begin(), ways.end()};
}

Query QueryBuilder::conjunction(const Clause& clause) const {
  std::vector<Query> wanted;
  for (const Clause* child : distinct(clause.children))
    if (child->kind != ClauseKind::none_of) wanted.push_back(superset(*child));
  Query query = wanted.empty() ? Query::MatchAll : Query(Query::OP_AND, wanted.begin(), wanted.end());
  for (const Clause& child : clause.children)
    if (child.kind == ClauseKind::none_of) query = without(query, child);
  return query;
}

/// A run that must not stand in the article excludes nothing yet: its words alone may.
Query QueryBuilder::without(const Query& query, const Clause& none_of) const {
  std::vector<Query> unwanted;
  for (const Clause* child : distinct(none_of.children))
    if (!has_run(*child)) unwanted.push_back(superset(*child));
  if (unwanted.empty()) return query;
  return {Query::OP_AND_NOT, query, Query(Query::OP_OR, unwanted.begin(), unwanted.end())};
}

// ---- runs

namespace {

const RunStep& single_step(const Clause& run, std::size_t from) {
  return *std::find_if(run.steps.begin(), run.steps.end(),
                       [from](const RunStep& step) { return step.from == from && step.to == from + 1; });
}

}  // namespace

std::string QueryBuilder::pair_at(const Clause& run, std::size_t place) const {
  if (place + 1 >= run.length) return {};
  const AskedWord& left = question_.words[single_step(run, place).word];
  const AskedWord& right = question_.words[single_step(run, place + 1).word];
  const std::string pair = pair_term(left.folded, right.folded);
  const PairRule rule = left.field ? row_of(*left.field).pairs : PairRule::listed;
  const bool posted = rule == PairRule::all || (rule == PairRule::listed && is_listed_pair(left.folded, right.folded));
  return posted ? pair : std::string();
}

/// The lists of its words and of those pairs that are terms wherever they stand: the rarest, until hardly an article
/// is likely to be in all of them by chance, and no more than `most_lists`. Whether the run stands in what is left is
/// for the token sequences anyway, and to look at a few articles costs less than to open a list.
Query QueryBuilder::run(const Clause& clause, std::size_t most_lists) const {
  constexpr double kFew = 4;  // articles
  std::vector<List> lists = lists_of_run(clause);
  std::stable_sort(lists.begin(), lists.end(), [](const List& a, const List& b) { return a.share < b.share; });
  std::vector<Query> rarest;
  double likely = vocabulary_.articles();
  for (const List& list : lists) {
    if (!rarest.empty() && (likely < kFew || rarest.size() >= most_lists)) break;
    rarest.push_back(list.query);
    likely *= list.share;
  }
  return Query(Query::OP_AND, rarest.begin(), rarest.end());
}

std::vector<QueryBuilder::List> QueryBuilder::lists_of_run(const Clause& clause) const {
  const std::vector<bool> choice = places_with_a_choice(clause);
  std::vector<List> lists;
  std::vector<bool> paired(clause.length);
  for (std::size_t place = 0; place + 1 < clause.length; ++place) {
    const std::string pair = choice[place] || choice[place + 1] ? std::string() : pair_at(clause, place);
    if (pair.empty()) continue;
    lists.push_back(list_of({pair}));
    paired[place] = paired[place + 1] = true;
  }
  for (const RunStep& step : clause.steps) {
    const bool said_by_pair = paired[step.from] && question_.words[step.word].readings == Readings::any;
    if (!choice[step.from] && !said_by_pair) lists.push_back(list_of(terms_of(step.word)));
  }
  for (std::size_t begin = 0, end = 0; begin < clause.length; begin = end + 1) {
    for (end = begin; end < clause.length && choice[end];) ++end;
    if (end > begin) lists.push_back(choices(clause, begin, end));
  }
  return lists;
}

/// The ways from `begin` to `end`: its single words all together, or any of its wholes.
QueryBuilder::List QueryBuilder::choices(const Clause& run, std::size_t begin, std::size_t end) const {
  std::vector<Query> singles, ways;
  double singles_share = 1, in_no_way = 1;
  for (const RunStep& step : run.steps) {
    if (step.from < begin || step.to > end) continue;
    const bool is_a_way = step.to - step.from > 1 || end - begin == 1;
    const List list = list_of(terms_of(step.word));
    (is_a_way ? ways : singles).push_back(list.query);
    (is_a_way ? in_no_way : singles_share) *= is_a_way ? 1 - list.share : list.share;
  }
  if (!singles.empty()) {
    ways.emplace_back(Query::OP_AND, singles.begin(), singles.end());
    in_no_way *= 1 - singles_share;
  }
  return {Query(Query::OP_OR, ways.begin(), ways.end()), 1 - in_no_way};
}

QueryBuilder::List QueryBuilder::list_of(const std::vector<std::string>& terms) const {
  return {any_of_terms(terms), share_with_any(terms)};
}

// ---- how many at most

std::uint64_t QueryBuilder::sum_of(const std::vector<std::string>& terms) const {
  std::uint64_t sum = 0;
  for (const std::string& term : terms) sum += vocabulary_.articles_with(term);
  return sum;
}

namespace {

std::uint64_t sum_of_counts(const std::vector<TermCount>& terms) {
  return std::accumulate(terms.begin(), terms.end(), std::uint64_t{0},
                         [](std::uint64_t sum, const TermCount& term) { return sum + term.articles; });
}

}  // namespace

std::uint64_t QueryBuilder::most_articles_of_run(const Clause& run) const {
  std::uint64_t least = vocabulary_.articles();
  const std::vector<bool> choice = places_with_a_choice(run);
  for (const RunStep& step : run.steps)
    if (!choice[step.from]) least = std::min(least, sum_of(terms_of(step.word)));
  for (std::size_t place = 0; place + 1 < run.length; ++place)
    if (const std::string pair = choice[place] || choice[place + 1] ? "" : pair_at(run, place); !pair.empty())
      least = std::min<std::uint64_t>(least, vocabulary_.articles_with(pair));
  return least;
}

std::uint64_t QueryBuilder::most_articles(const Clause& clause) const {
  const std::uint64_t all = vocabulary_.articles();
  switch (clause.kind) {
    case ClauseKind::word:
      return std::min(all, sum_of(terms_of(clause.word)));
    case ClauseKind::terms:
      return std::min(all, sum_of(clause.terms));
    case ClauseKind::days:
      return std::min(all, sum_of_counts(day_terms(clause.days, vocabulary_)));
    case ClauseKind::run:
      return most_articles_of_run(clause);
    case ClauseKind::none_of:
      return all;
    case ClauseKind::all_of:
      return std::accumulate(
          clause.children.begin(), clause.children.end(), all,
          [this](std::uint64_t least, const Clause& c) { return std::min(least, most_articles(c)); });
    case ClauseKind::any_of:
      break;
  }
  return std::min(all, std::accumulate(clause.children.begin(), clause.children.end(), std::uint64_t{0},
                                       [this](std::uint64_t sum, const Clause& c) { return sum + most_articles(c); }));
}

// ---- how many about

double QueryBuilder::share_with_any(const std::vector<std::string>& terms) const {
  const double all = std::max<double>(1, vocabulary_.articles());
  double in_none = 1;
  for (const std::string& term : terms) in_none *= 1 - vocabulary_.articles_with(term) / all;
  return 1 - in_none;
}

double QueryBuilder::share_with_any_of(const std::vector<TermCount>& terms) const {
  const double all = std::max<double>(1, vocabulary_.articles());
  return 1 - std::accumulate(terms.begin(), terms.end(), 1.0,
                             [all](double none, const TermCount& term) { return none * (1 - term.articles / all); });
}

double QueryBuilder::likely_share_of_run(const Clause& run) const {
  const std::vector<bool> choice = places_with_a_choice(run);
  double share = 1;
  for (const RunStep& step : run.steps)
    if (!choice[step.from]) share *= share_with_any(terms_of(step.word));
  const double all = std::max<double>(1, vocabulary_.articles());
  return std::min(share, static_cast<double>(most_articles_of_run(run)) / all);
}

double QueryBuilder::likely_share(const Clause& clause) const {
  double with_all = 1, with_none = 1;
  for (const Clause& child : clause.children) {
    const double share = likely_share(child);
    with_all *= share;
    with_none *= 1 - share;
  }
  switch (clause.kind) {
    case ClauseKind::word:
      return share_with_any(terms_of(clause.word));
    case ClauseKind::terms:
      return share_with_any(clause.terms);
    case ClauseKind::days:
      return share_with_any_of(day_terms(clause.days, vocabulary_));
    case ClauseKind::run:
      return likely_share_of_run(clause);
    case ClauseKind::none_of:
      return with_none;
    case ClauseKind::all_of:
      return with_all;
    case ClauseKind::any_of:
      break;
  }
  return 1 - with_none;
}

double QueryBuilder::likely_articles(const Clause& clause) const {
  return likely_share(clause) * vocabulary_.articles();
}

namespace {

bool has_digit(const std::string& text) { return text.find_first_of("0123456789") != std::string::npos; }

}  // namespace

Clause QueryBuilder::narrowed(const Clause& clause) const {
  constexpr double kHardlyAny = 1;  // of articles
  Clause narrow = clause;
  if (clause.kind != ClauseKind::all_of) return narrow;
  // Of numbers lists know more than token sequences: 5700 stands in "5 700-seat", and not in "5 700 800".
  const auto is_needed = [this](const Clause& child) {
    return child.kind != ClauseKind::word || has_digit(question_.words[child.word].folded);
  };
  const auto words = std::stable_partition(narrow.children.begin(), narrow.children.end(), is_needed);
  std::vector<std::pair<double, Clause>> by_share;
  for (auto word = words; word != narrow.children.end(); ++word) by_share.emplace_back(likely_share(*word), *word);
  narrow.children.erase(words, narrow.children.end());
  std::stable_sort(by_share.begin(), by_share.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  double likely = likely_articles(narrow);
  for (auto& [share, word] : by_share) {
    if (likely < kHardlyAny) break;
    likely *= share;
    narrow.children.push_back(std::move(word));
  }
  return narrow;
}

}  // namespace timbao
