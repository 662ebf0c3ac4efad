// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/first_pass.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "common/index/schema.h"
#include "query/plan/candidates.h"
#include "query/search/find_matches.h"

namespace timbao {
namespace {

// Xapian adds the weights of an article's terms in an order that depends on the database, so equal sums may differ in
// their last digits.
constexpr double kRounding = 1e-9;

/// How many of the first `wanted` articles weigh more than the one behind them.
std::size_t above_the_tie(const std::vector<Candidate>& found, std::size_t wanted) {
  std::size_t taken = wanted;
  const double tied = found[wanted].weight * (1 + kRounding);
  while (taken > 0 && found[taken - 1].weight <= tied) --taken;
  return taken;
}

}  // namespace

std::vector<Candidate> by_document(std::vector<Candidate> found, std::size_t count) {
  found.resize(std::min(count, found.size()));
  std::sort(found.begin(), found.end(), [](const Candidate& a, const Candidate& b) { return a.document < b.document; });
  return found;
}

Candidates find_candidates(const SearchContext& context, const Xapian::Query& query) {
  WantedMatches wanted;
  wanted.query = query;
  wanted.weighting = Weighting::first_pass;
  wanted.copies = context.copies();
  // Of copies that weigh the same, Xapian keeps the one of the lowest document number, which depends on how the index
  // was made; sorted so it keeps the newest.
  if (context.collapses()) wanted.sorted_by = slot::kNewest;
  // Where words are optional, reranking checks the phrases: it reads the token sequences anyway. But a copy that stands
  // for the others must be a hit itself.
  const bool is_checked_later = context.question().optional_words && !context.collapses();
  wanted.decider = is_checked_later ? nullptr : context.hits_decider();
  const std::size_t most = candidate_count(context.question(), context.archive().vocabulary.articles());
  wanted.most = static_cast<Xapian::doccount>(most + 1);
  std::vector<Candidate> found = find_matches(context, wanted).found;
  if (found.size() <= most) return {by_document(std::move(found), most), true};
  std::size_t taken = context.collapses() ? most : above_the_tie(found, most);
  if (taken < most / 2) {  // most of them tie: the order of all ties decides, newer first
    wanted.sorted_by = slot::kNewest;
    wanted.most = static_cast<Xapian::doccount>(most);
    found = find_matches(context, wanted).found;
    taken = most;
  }
  return {by_document(std::move(found), taken), false};
}

}  // namespace timbao
