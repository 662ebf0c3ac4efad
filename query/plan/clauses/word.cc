// SPDX-License-Identifier: GPL-2.0-or-later
// A word: the article has one of the readings that it stands for, in its field.
#include <algorithm>

#include "query/plan/clause_kinds.h"
#include "query/plan/term_lists.h"

namespace timbao {
namespace {

Xapian::Query superset_of_word(const Clause& clause, const ClauseContext& context, Lists /*lists*/) {
  if (is_left_to_sequences(clause, context)) return Xapian::Query::MatchAll;
  return any_of_terms(context.terms_of(clause.word));
}

std::uint64_t most_articles_of_word(const Clause& clause, const ClauseContext& context) {
  const std::uint64_t all = context.vocabulary.articles();
  return std::min(all, sum_of(context.terms_of(clause.word), context.vocabulary));
}

double likely_share_of_word(const Clause& clause, const ClauseContext& context) {
  return share_with_any(context.terms_of(clause.word), context.vocabulary);
}

bool word_is_true(const Clause& clause, ArticleEvidence& article) {
  return article.found.has_word(clause.word, article.scanner);
}

}  // namespace

const ClauseKindRow kWordClause{
    ClauseKind::word,     "word",       ToldBy::posting_lists, superset_of_word, most_articles_of_word,
    likely_share_of_word, word_is_true,
};

}  // namespace timbao
