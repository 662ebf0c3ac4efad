// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/search_context.h"

#include <algorithm>

#include "common/index/schema.h"
#include "query/plan/candidates.h"

namespace timbao {
namespace {

/// The clause of the hits: only where they are ranked may they be more than what the total counts.
const Clause& clause_of_hits(const Question& question, const SearchRequest& request) {
  return request.sort == SortOrder::relevance ? question.hits : question.counted;
}

}  // namespace

SearchContext::SearchContext(const OpenArchive& archive, const PreparedQuestion& prepared, const SearchRequest& request)
    : archive_(archive),
      prepared_(prepared),
      request_(request),
      decider_(clause_of_hits(prepared.question(), request), prepared, archive),
      needs_decider_(needs_sequences(clause_of_hits(prepared.question(), request), clause_context())) {}

Xapian::Enquire SearchContext::enquire(const Xapian::Query& query, Weighting weighting, Copies copies) const {
  Xapian::Enquire enquire(archive_.database);
  enquire.set_query(query);
  if (weighting == Weighting::first_pass)
    enquire.set_weighting_scheme(first_pass_weight());
  else
    enquire.set_weighting_scheme(Xapian::BoolWeight());
  if (copies == Copies::best) enquire.set_collapse_key(slot::kCollapse);
  return enquire;
}

std::size_t hits_needed(const SearchContext& context) {
  const SearchRequest& request = context.request();
  const std::size_t all = context.archive().database.get_doccount();
  return request.limit ? std::min(all, request.offset + *request.limit) : all;
}

}  // namespace timbao
