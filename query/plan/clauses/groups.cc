// SPDX-License-Identifier: GPL-2.0-or-later
// Groups of clauses: all of them, any of them, none of them.
#include <algorithm>
#include <numeric>
#include <utility>

#include "query/plan/clause_kinds.h"
#include "query/plan/ranking_numbers.h"
#include "query/plan/term_lists.h"

namespace timbao {
namespace {

using Xapian::Query;

bool is_exclusion(const Clause& clause) { return clause.kind == ClauseKind::none_of; }

bool is_every_article(const Query& query) { return query.get_type() == Query::LEAF_MATCH_ALL; }

Query but_none(const Query& query, const std::vector<Query>& unwanted) {
  if (unwanted.empty()) return query;
  return {Query::OP_AND_NOT, query, Query(Query::OP_OR, unwanted.begin(), unwanted.end())};
}

/// What can be taken out of a query for an unwanted clause. A clause that needs token sequences excludes nothing here: an
/// article that has its words may still not have them side by side. Of a beginning that most articles have, the
/// commonest completions exclude nearly all of them.
Query excluded(const Clause& clause, const ClauseContext& context) {
  if (clause.kind == ClauseKind::word && is_left_to_sequences(clause, context))
    return any_of_terms(commonest_terms(context.counts[clause.word], context.vocabulary.articles()));
  return needs_sequences(clause, context) ? Query::MatchNothing : superset(clause, context);
}

/// Takes the articles of unwanted clauses out of a query, those of the commonest first: the lists of the others are then
/// only looked up for the few articles that are left.
Query without(const Query& query, const Clause& exclusion, const ClauseContext& context) {
  std::vector<std::pair<double, const Clause*>> by_share;
  for (const Clause* child : distinct(exclusion.children)) by_share.emplace_back(-likely_share(*child, context), child);
  std::stable_sort(by_share.begin(), by_share.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<Query> first, others;
  for (const auto& [share, child] : by_share) {
    Query unwanted = excluded(*child, context);
    if (!unwanted.empty()) (first.size() < ranking::kFirstExcluded ? first : others).push_back(std::move(unwanted));
  }
  return but_none(but_none(query, first), others);
}

// ---- all of them

Query superset_of_all(const Clause& clause, const ClauseContext& context, Lists /*lists*/) {
  if (is_left_to_sequences(clause, context)) return Query::MatchAll;
  std::vector<Query> wanted;
  for (const Clause* child : distinct(clause.children)) {
    if (is_exclusion(*child)) continue;
    Query query = superset(*child, context);
    if (!is_every_article(query)) wanted.push_back(std::move(query));
  }
  Query query = wanted.empty() ? Query::MatchAll : Query(Query::OP_AND, wanted.begin(), wanted.end());
  for (const Clause& child : clause.children)
    if (is_exclusion(child)) query = without(query, child, context);
  return query;
}

std::uint64_t most_articles_of_all(const Clause& clause, const ClauseContext& context) {
  const std::uint64_t all = context.vocabulary.articles();
  return std::accumulate(
      clause.children.begin(), clause.children.end(), all,
      [&](std::uint64_t least, const Clause& c) { return std::min(least, most_articles(c, context)); });
}

double likely_share_of_all(const Clause& clause, const ClauseContext& context) {
  double with_all = 1;
  for (const Clause& child : clause.children) with_all *= likely_share(child, context);
  return with_all;
}

bool all_are_true(const Clause& clause, ArticleEvidence& article) {
  return std::all_of(clause.children.begin(), clause.children.end(),
                     [&](const Clause& c) { return is_true(c, article); });
}

// ---- any of them

Query superset_of_any(const Clause& clause, const ClauseContext& context, Lists /*lists*/) {
  if (is_left_to_sequences(clause, context)) return Query::MatchAll;
  const std::vector<const Clause*> children = distinct(clause.children);
  const auto is_read = [](const Clause* child) { return row_of(*child).told_by == ToldBy::token_sequences; };
  const bool has_many = std::count_if(children.begin(), children.end(), is_read) > ranking::kManyAlternatives;
  std::vector<Query> ways;
  ways.reserve(children.size());
  for (const Clause* child : children)
    ways.push_back(superset(*child, context, has_many && is_read(child) ? Lists::few : Lists::usual));
  if (std::any_of(ways.begin(), ways.end(), is_every_article)) return Query::MatchAll;
  return {Query::OP_OR, ways.begin(), ways.end()};
}

std::uint64_t most_articles_of_any(const Clause& clause, const ClauseContext& context) {
  const std::uint64_t sum =
      std::accumulate(clause.children.begin(), clause.children.end(), std::uint64_t{0},
                      [&](std::uint64_t before, const Clause& c) { return before + most_articles(c, context); });
  return std::min<std::uint64_t>(context.vocabulary.articles(), sum);
}

double share_with_none(const Clause& clause, const ClauseContext& context) {
  double with_none = 1;
  for (const Clause& child : clause.children) with_none *= 1 - likely_share(child, context);
  return with_none;
}

double likely_share_of_any(const Clause& clause, const ClauseContext& context) {
  return 1 - share_with_none(clause, context);
}

bool any_is_true(const Clause& clause, ArticleEvidence& article) {
  PhraseSet* const phrases = article.phrase_sets.of(clause);
  if (phrases != nullptr && phrases->any_stands(article.phrases, article.found)) return true;
  return std::any_of(clause.children.begin(), clause.children.end(), [&](const Clause& c) {
    return (phrases == nullptr || c.kind != ClauseKind::phrase) && is_true(c, article);
  });
}

// ---- none of them

Query superset_of_none(const Clause& clause, const ClauseContext& context, Lists /*lists*/) {
  if (is_left_to_sequences(clause, context)) return Query::MatchAll;
  return without(Query::MatchAll, clause, context);
}

std::uint64_t most_articles_of_none(const Clause& /*clause*/, const ClauseContext& context) {
  return context.vocabulary.articles();
}

bool none_is_true(const Clause& clause, ArticleEvidence& article) { return !any_is_true(clause, article); }

}  // namespace

const ClauseKindRow kAllOfClause{
    ClauseKind::all_of,  "all",        ToldBy::its_children, superset_of_all, most_articles_of_all,
    likely_share_of_all, all_are_true,
};

const ClauseKindRow kAnyOfClause{
    ClauseKind::any_of,  "any",       ToldBy::its_children, superset_of_any, most_articles_of_any,
    likely_share_of_any, any_is_true,
};

const ClauseKindRow kNoneOfClause{
    ClauseKind::none_of,   "not",           ToldBy::its_children, superset_of_none,
    most_articles_of_none, share_with_none, none_is_true,
};

}  // namespace timbao
