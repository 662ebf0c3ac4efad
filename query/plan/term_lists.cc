// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/plan/term_lists.h"

#include "query/plan/estimates.h"

namespace timbao {

Xapian::Query any_of_terms(const std::vector<std::string>& terms) {
  using Xapian::Query;
  if (terms.empty()) return Query::MatchNothing;
  return terms.size() == 1 ? Query(terms.front()) : Query(Query::OP_OR, terms.begin(), terms.end());
}

std::uint64_t sum_of(const std::vector<std::string>& terms, const Vocabulary& vocabulary) {
  std::uint64_t sum = 0;
  for (const std::string& term : terms) sum += vocabulary.articles_with(term);
  return sum;
}

double share_with_any(const std::vector<std::string>& terms, const Vocabulary& vocabulary) {
  ShareWithAny any(vocabulary.articles());
  for (const std::string& term : terms) any.add(vocabulary.articles_with(term));
  return any.share();
}

TermList list_of(const std::vector<std::string>& terms, const Vocabulary& vocabulary) {
  return {any_of_terms(terms), share_with_any(terms, vocabulary)};
}

}  // namespace timbao
