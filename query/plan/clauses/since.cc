// SPDX-License-Identifier: GPL-2.0-or-later
// Since: the article was first indexed at some moment or later.
#include "common/index/moment_key.h"
#include "common/index/schema.h"
#include "query/plan/clause_kinds.h"

namespace timbao {
namespace {

constexpr double kLikelyShare = 0.1;  // who asks what is new asks for the last days

Xapian::Query superset_of_since(const Clause& clause, const ClauseContext& /*context*/, Lists /*lists*/) {
  return {Xapian::Query::OP_VALUE_GE, slot::kFirstIndexed, moment_key(clause.moment)};
}

std::uint64_t most_articles_since(const Clause& /*clause*/, const ClauseContext& context) {
  return context.vocabulary.articles();
}

double likely_share_since(const Clause& /*clause*/, const ClauseContext& /*context*/) { return kLikelyShare; }

bool is_since(const Clause& clause, ArticleEvidence& article) {
  const std::optional<std::int64_t> moment = article.filters.first_indexed();
  return moment && *moment >= clause.moment;
}

}  // namespace

const ClauseKindRow kSinceClause{
    ClauseKind::since,  "since",  ToldBy::posting_lists, superset_of_since, most_articles_since,
    likely_share_since, is_since,
};

}  // namespace timbao
