// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/plan/candidates.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "common/index/impact.h"
#include "query/plan/ranked_lists.h"
#include "query/plan/ranking_numbers.h"
#include "query/plan/weighed_by.h"

namespace timbao {
namespace {

using Xapian::Query;
using TypedLists = std::vector<RankedList>;  // the most valuable first

double value_of(const TypedLists& lists) {
  return std::accumulate(lists.begin(), lists.end(), 0.0,
                         [](double sum, const RankedList& list) { return sum + list.value; });
}

/// How many of the lists lead, and how many are kept, the leading ones included.
struct Taken {
  std::size_t leading = 0, kept = 0;
};

Taken take(const TypedLists& lists, double articles) {
  const double budget = posting_budget(articles), leading_value = ranking::kLeadingValue * value_of(lists);
  Taken taken;
  double postings = 0, value = 0;
  for (const RankedList& list : lists) {
    if (taken.kept >= ranking::kLeastLists && postings + list.articles > budget) break;
    if (value < leading_value || postings < ranking::kLeadingPostings * budget) ++taken.leading;
    postings += list.articles;
    value += list.value;
    ++taken.kept;
  }
  return taken;
}

Query any_of(const TypedLists& lists, std::size_t begin, std::size_t end) {
  std::vector<Query> queries;
  for (std::size_t i = begin; i < end; ++i) queries.push_back(lists[i].query);
  return {Query::OP_OR, queries.begin(), queries.end()};
}

/// The first lists find articles; those behind them, up to `all`, only add to the weight of what the first ones find. Of an
/// archive that is not large Xapian reads the first lists twice, because it may lose an article of an OR that weighs (see
/// weighed_by.h).
Query found_by(const TypedLists& lists, std::size_t first, std::size_t all, double articles) {
  if (first == 0) return {};
  const Query finding = any_of(lists, 0, first);
  if (articles <= ranking::kArticlesReadTwice)
    return weighed_by(Query(Query::OP_SCALE_WEIGHT, finding, 0), any_of(lists, 0, all));
  return first == all ? finding : weighed_by(finding, any_of(lists, first, all));
}

/// The most valuable lists, until they hold nearly all of the value.
Query telling_lists(const TypedLists& lists) {
  const double enough = ranking::kTellingValue * value_of(lists);
  std::size_t telling = 0;
  for (double value = 0; telling < lists.size() && value < enough; ++telling) value += lists[telling].value;
  return any_of(lists, 0, telling);
}

std::vector<std::string> lines_of(const TypedLists& lists, const Taken& taken) {
  std::vector<std::string> lines;
  for (std::size_t i = 0; i < lists.size(); ++i)
    lines.push_back((i < taken.leading ? "list "
                     : i < taken.kept  ? "then "
                                       : "later ") +
                    lists[i].name + ": " + std::to_string(std::llround(lists[i].articles)));
  return lines;
}

}  // namespace

CandidateQueries candidate_queries(const PreparedQuestion& prepared, const Vocabulary& vocabulary) {
  const RankedLists all = ranked_lists(prepared, vocabulary);
  const TypedLists& lists = all.typed;
  const double articles = vocabulary.articles();
  const Taken taken = take(lists, articles);
  CandidateQueries queries;
  queries.kept = found_by(lists, taken.leading, taken.kept, articles);
  queries.telling = telling_lists(lists);
  queries.whole = any_of(lists, 0, lists.size());
  queries.finding_whole = found_by(lists, lists.size(), lists.size(), articles);
  queries.others = Query(Query::OP_OR, all.others.begin(), all.others.end());
  queries.kept_is_whole = taken.leading == lists.size();
  queries.lines = lines_of(lists, taken);
  return queries;
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
