// SPDX-License-Identifier: GPL-2.0-or-later
// Near: words and phrases stand near each other in one paragraph. Posting lists tell only that all of them are there.
#include "query/sequence/near_match.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "query/plan/clause_kinds.h"
#include "query/plan/ranking_numbers.h"

namespace timbao {
namespace {

/// The rarest child, and those of the others that not most articles have. What is left out is told by the token
/// sequences, and its lists are the longest: ch* has hundreds of them.
Xapian::Query superset_of_near(const Clause& clause, const ClauseContext& context, Lists /*lists*/) {
  std::vector<std::pair<double, const Clause*>> by_share;
  by_share.reserve(clause.children.size());
  for (const Clause& child : clause.children) by_share.emplace_back(likely_share(child, context), &child);
  std::stable_sort(by_share.begin(), by_share.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<Xapian::Query> wanted;
  for (const auto& [share, child] : by_share)
    if (wanted.empty() || share <= ranking::kCommonOperand) wanted.push_back(superset(*child, context));
  return {Xapian::Query::OP_AND, wanted.begin(), wanted.end()};
}

// Counts do not tell where words stand: as many articles may have them near each other as have all of them.
std::uint64_t most_articles_of_near(const Clause& clause, const ClauseContext& context) {
  return kAllOfClause.most_articles(clause, context);
}

double likely_share_of_near(const Clause& clause, const ClauseContext& context) {
  return kAllOfClause.likely_share(clause, context);
}

bool near_is_true(const Clause& clause, ArticleEvidence& article) {
  return stands_near(clause, {article.scanner, article.found, article.phrases});
}

}  // namespace

const ClauseKindRow kNearClause{
    ClauseKind::near,     "near",       ToldBy::token_sequences, superset_of_near, most_articles_of_near,
    likely_share_of_near, near_is_true,
};

}  // namespace timbao
