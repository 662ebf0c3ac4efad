// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/near_hits.h"

#include <algorithm>

#include "query/search/count.h"
#include "query/search/page.h"

namespace timbao {
namespace {

/// The request for the best hits of the same query.
SearchRequest best_hits_of(const SearchRequest& request) {
  SearchRequest best = request;
  best.offset = 0;
  best.limit = kNearHits;
  best.sort = SortOrder::relevance;
  best.collapse = Collapse::no;
  return best;
}

/// Whether a page begins with the best hits and has enough of them.
bool has_best_hits(const SearchRequest& request) {
  return request.offset == 0 && request.limit.value_or(kNearHits) >= kNearHits &&
         request.sort == SortOrder::relevance && request.collapse == Collapse::no;
}

void add(const OpenArchive& archive, const std::vector<RankedArticle>& hits, NearText& near) {
  for (std::size_t i = 0; i < std::min(hits.size(), kNearHits); ++i) {
    const Xapian::docid document = hits[i].document;
    near.add(archive.tokens.tokens_of(document, archive.database.get_document(document, Xapian::DOC_ASSUME_VALID)),
             1 / (1 + static_cast<double>(i)));
  }
}

}  // namespace

void add_near_hits(const SearchContext& context, const std::vector<RankedArticle>& hits, NearText& near) {
  if (has_best_hits(context.request())) {
    add(context.archive(), hits, near);
    return;
  }
  const SearchRequest best = best_hits_of(context.request());
  const SearchContext of_best(context.archive(), context.prepared(), best);
  add(context.archive(), page(of_best, count(of_best)), near);
}

}  // namespace timbao
