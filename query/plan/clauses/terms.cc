// SPDX-License-Identifier: GPL-2.0-or-later
// Terms: the article has one of the filters' terms, a source, a section, a document's number.
#include <algorithm>

#include "query/plan/clause_kinds.h"
#include "query/plan/term_lists.h"

namespace timbao {
namespace {

Xapian::Query superset_of_terms(const Clause& clause, const ClauseContext& /*context*/, Lists /*lists*/) {
  return any_of_terms(clause.terms);
}

std::uint64_t most_articles_of_terms(const Clause& clause, const ClauseContext& context) {
  const std::uint64_t all = context.vocabulary.articles();
  return std::min(all, sum_of(clause.terms, context.vocabulary));
}

double likely_share_of_terms(const Clause& clause, const ClauseContext& context) {
  return share_with_any(clause.terms, context.vocabulary);
}

bool terms_are_true(const Clause& clause, ArticleEvidence& article) { return article.filters.has_any(clause.terms); }

}  // namespace

const ClauseKindRow kTermsClause{
    ClauseKind::terms,     "terms",        ToldBy::posting_lists, superset_of_terms, most_articles_of_terms,
    likely_share_of_terms, terms_are_true,
};

}  // namespace timbao
