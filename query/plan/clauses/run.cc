// SPDX-License-Identifier: GPL-2.0-or-later
// A run: the words of a phrase side by side in one paragraph, or the joined forms and ranges that stand for them.
#include <algorithm>

#include "common/index/listed_pairs.h"
#include "common/index/terms.h"
#include "query/plan/clause_kinds.h"
#include "query/plan/ranking_numbers.h"
#include "query/plan/term_lists.h"

namespace timbao {
namespace {

using Xapian::Query;

const RunStep& single_step(const Clause& run, std::size_t from) {
  return *std::find_if(run.steps.begin(), run.steps.end(),
                       [from](const RunStep& step) { return step.from == from && step.to == from + 1; });
}

/// The term of the words at a place and the next; empty where the pair is not a term in every article that has it.
std::string pair_at(const Clause& run, std::size_t place, const ClauseContext& context) {
  if (place + 1 >= run.length) return {};
  const AskedWord& left = context.words[single_step(run, place).word];
  const AskedWord& right = context.words[single_step(run, place + 1).word];
  const PairRule rule = left.field ? row_of(*left.field).pairs : PairRule::listed;
  const bool posted = rule == PairRule::all || (rule == PairRule::listed && is_listed_pair(left.folded, right.folded));
  return posted ? pair_term(left.folded, right.folded) : std::string();
}

/// The places from `begin` up to `end`, which can be passed in more than one way.
struct Choice {
  std::size_t begin, end;
};

/// The lists of all ways through a choice: its single words all together, or any of its wholes.
TermList list_of_choice(const Clause& run, Choice choice, const ClauseContext& context) {
  std::vector<Query> singles, ways;
  double singles_share = 1, in_no_way = 1;
  for (const RunStep& step : run.steps) {
    if (step.from < choice.begin || step.to > choice.end) continue;
    const bool is_a_way = step.to - step.from > 1 || choice.end - choice.begin == 1;
    const TermList list = list_of(context.terms_of(step.word), context.vocabulary);
    (is_a_way ? ways : singles).push_back(list.query);
    (is_a_way ? in_no_way : singles_share) *= is_a_way ? 1 - list.share : list.share;
  }
  if (!singles.empty()) {
    ways.emplace_back(Query::OP_AND, singles.begin(), singles.end());
    in_no_way *= 1 - singles_share;
  }
  return {Query(Query::OP_OR, ways.begin(), ways.end()), 1 - in_no_way};
}

/// Everything that an article with the run must have: pairs that are terms wherever they stand, words, and choices.
std::vector<TermList> lists_of_run(const Clause& run, const ClauseContext& context) {
  const std::vector<bool> choice = places_with_a_choice(run);
  std::vector<TermList> lists;
  std::vector<bool> paired(run.length);
  for (std::size_t place = 0; place + 1 < run.length; ++place) {
    const std::string pair = choice[place] || choice[place + 1] ? std::string() : pair_at(run, place, context);
    if (pair.empty()) continue;
    lists.push_back(list_of({pair}, context.vocabulary));
    paired[place] = paired[place + 1] = true;
  }
  for (const RunStep& step : run.steps) {
    const bool said_by_pair = paired[step.from] && context.words[step.word].readings == Readings::any;
    if (!choice[step.from] && !said_by_pair) lists.push_back(list_of(context.terms_of(step.word), context.vocabulary));
  }
  for (std::size_t begin = 0, end = 0; begin < run.length; begin = end + 1) {
    for (end = begin; end < run.length && choice[end];) ++end;
    if (end > begin) lists.push_back(list_of_choice(run, {begin, end}, context));
  }
  return lists;
}

/// Opens the rarest lists until hardly an article is likely to be in all of them by chance. Whether the run stands in
/// the articles that are left is told by their token sequences anyway, and to read a few articles costs less than to
/// open another list.
Query superset_of_run(const Clause& run, const ClauseContext& context, Lists wanted) {
  const std::size_t most_lists = wanted == Lists::few ? std::max<std::size_t>(1, run.length / 2) : run.steps.size();
  std::vector<TermList> lists = lists_of_run(run, context);
  std::stable_sort(lists.begin(), lists.end(), [](const TermList& a, const TermList& b) { return a.share < b.share; });
  std::vector<Query> rarest;
  double likely = context.vocabulary.articles();
  for (const TermList& list : lists) {
    if (!rarest.empty() && (likely < ranking::kFewArticles || rarest.size() >= most_lists)) break;
    rarest.push_back(list.query);
    likely *= list.share;
  }
  return {Query::OP_AND, rarest.begin(), rarest.end()};
}

std::uint64_t most_articles_of_run(const Clause& run, const ClauseContext& context) {
  std::uint64_t least = context.vocabulary.articles();
  const std::vector<bool> choice = places_with_a_choice(run);
  for (const RunStep& step : run.steps)
    if (!choice[step.from]) least = std::min(least, sum_of(context.terms_of(step.word), context.vocabulary));
  for (std::size_t place = 0; place + 1 < run.length; ++place) {
    const std::string pair = choice[place] || choice[place + 1] ? std::string() : pair_at(run, place, context);
    if (!pair.empty()) least = std::min<std::uint64_t>(least, context.vocabulary.articles_with(pair));
  }
  return least;
}

double likely_share_of_run(const Clause& run, const ClauseContext& context) {
  const std::vector<bool> choice = places_with_a_choice(run);
  double share = 1;
  for (const RunStep& step : run.steps)
    if (!choice[step.from]) share *= share_with_any(context.terms_of(step.word), context.vocabulary);
  const double all = std::max<double>(1, context.vocabulary.articles());
  return std::min(share, static_cast<double>(most_articles_of_run(run, context)) / all);
}

bool run_is_true(const Clause& run, ArticleEvidence& article) { return article.runs.stands(run, article.found); }

}  // namespace

const ClauseKindRow kRunClause{
    ClauseKind::run,     "run",       ToldBy::token_sequences, superset_of_run, most_articles_of_run,
    likely_share_of_run, run_is_true,
};

}  // namespace timbao
