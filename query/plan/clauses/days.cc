// SPDX-License-Identifier: GPL-2.0-or-later
// Days: the article's date is one of a range of days.
#include <algorithm>
#include <numeric>

#include "query/language/days.h"
#include "query/plan/clause_kinds.h"
#include "query/plan/days_query.h"
#include "query/plan/estimates.h"

namespace timbao {
namespace {

Xapian::Query superset_of_days(const Clause& clause, const ClauseContext& context, Lists /*lists*/) {
  return days_query(clause.days, context.vocabulary);
}

std::uint64_t most_articles_of_days(const Clause& clause, const ClauseContext& context) {
  const std::vector<TermCount> terms = day_terms(clause.days, context.vocabulary);
  const std::uint64_t sum =
      std::accumulate(terms.begin(), terms.end(), std::uint64_t{0},
                      [](std::uint64_t before, const TermCount& term) { return before + term.articles; });
  return std::min<std::uint64_t>(context.vocabulary.articles(), sum);
}

double likely_share_of_days(const Clause& clause, const ClauseContext& context) {
  ShareWithAny any(context.vocabulary.articles());
  for (const TermCount& term : day_terms(clause.days, context.vocabulary)) any.add(term.articles);
  return any.share();
}

bool days_are_true(const Clause& clause, ArticleEvidence& article) {
  const std::optional<Day> day = article.filters.day();
  return day && !(*day < clause.days.first) && !(clause.days.last < *day);
}

}  // namespace

const ClauseKindRow kDaysClause{
    ClauseKind::days,     "days",        ToldBy::posting_lists, superset_of_days, most_articles_of_days,
    likely_share_of_days, days_are_true,
};

}  // namespace timbao
