// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/plan/segments.h"

#include <algorithm>

#include "query/plan/candidates.h"
#include "query/plan/clause_kinds.h"
#include "query/plan/ranking_numbers.h"
#include "query/plan/weighed_by.h"

namespace timbao {
namespace {

using Xapian::Query;

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
    return weighed_by(needed_, ranking);
  }

 private:
  Query needed_;
  bool optional_words_;
};

}  // namespace

std::vector<RankingSegment> ranking_segments(const PreparedQuestion& prepared, const Vocabulary& vocabulary,
                                             const SearchRequest& request) {
  using Order = RankingSegment::Order;
  const Question& question = prepared.question();
  const CandidateQueries queries = candidate_queries(prepared, vocabulary);
  if (!lists_find_too_much(question, request)) {
    const bool takes_all = queries.kept_is_whole || !request.limit || request.match == MatchMode::any;
    const Query last = but_not(queries.others, queries.whole);
    if (takes_all) return {{queries.finding_whole, Order::reranked}, {last, Order::first_pass}};
    return {{queries.kept, Order::reranked},
            {but_not(queries.whole, queries.kept), Order::first_pass},
            {last, Order::first_pass}};
  }
  const HitsOnly hits_only(question, prepared.context(vocabulary));
  const bool has_many_lists = queries.lines.size() > ranking::kManyLists;
  if (!question.optional_words) {
    const Query& weighing = question.hits.kind == ClauseKind::phrase ? queries.telling : queries.whole;
    return {{hits_only.of(has_many_lists ? queries.kept : weighing), Order::reranked}};
  }
  const Query& finding = has_many_lists ? queries.kept : queries.finding_whole;
  std::vector<RankingSegment> segments{{hits_only.of(finding), Order::reranked}};
  if (has_many_lists && !queries.kept_is_whole)
    segments.push_back({hits_only.of(but_not(queries.whole, queries.kept)), Order::first_pass});
  segments.push_back({hits_only.of(but_not(queries.others, queries.whole)), Order::first_pass});
  return segments;
}

}  // namespace timbao
