// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/near_hits.h"

#include <algorithm>

#include "query/search/article_data.h"
#include "query/search/count.h"
#include "query/search/neighbours.h"
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

/// Whether an article has a token of a group directly before one of another group.
bool has_together(const ScannedArticle& scanned, GroupId left, GroupId right) {
  const std::vector<FoundToken>& found = scanned.found;
  bool is_together = false;
  for (std::size_t i = 0; i < found.size() && !is_together; ++i)
    if (found[i].group == left)
      each_directly_behind(found, i,
                           [&](std::size_t next) { is_together = is_together || found[next].group == right; });
  return is_together;
}

}  // namespace

bool NearHits::have_together(const std::string& left, const std::string& right) {
  FoundToken left_token, right_token;
  const SequenceScanner& scanner = context_.prepared().scanner();
  if (!scanner.find(left, left, left_token) || !scanner.find(right, right, right_token)) return false;
  const std::vector<RankedArticle>& hits = best();
  return std::any_of(
      hits.begin(), hits.begin() + static_cast<std::ptrdiff_t>(std::min(hits.size(), kNearHits)),
      [&](const RankedArticle& hit) { return has_together(hit.scanned, left_token.group, right_token.group); });
}

void NearHits::add_to(NearText& near) {
  const OpenArchive& archive = context_.archive();
  const std::vector<RankedArticle>& hits = best();
  std::vector<Xapian::docid> documents;
  documents.reserve(kNearHits);
  for (std::size_t i = 0; i < std::min(hits.size(), kNearHits); ++i) documents.push_back(hits[i].document);
  fetch_tokens(archive, documents);
  for (std::size_t i = 0; i < documents.size(); ++i)
    near.add(tokens_of(archive, documents[i]), 1 / (1 + static_cast<double>(i)));
}

const std::vector<RankedArticle>& NearHits::best() {
  if (has_best_hits(context_.request())) return page_;
  if (!found_) {
    const SearchRequest best = best_hits_of(context_.request());
    const SearchContext of_best(context_.archive(), context_.prepared(), best);
    found_ = page(of_best, count(of_best));
  }
  return *found_;
}

}  // namespace timbao
