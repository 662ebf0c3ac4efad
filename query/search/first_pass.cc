// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/first_pass.h"

#include <algorithm>

#include "common/index/schema.h"
#include "query/plan/candidates.h"

namespace timbao {
namespace {

// Xapian adds the weights of an article's terms in an order that depends on the database, so equal sums may differ in
// their last digits.
constexpr double kRounding = 1e-9;

/// How many of the first `wanted` articles weigh more than the one behind them.
Xapian::doccount above_the_tie(const Xapian::MSet& found, Xapian::doccount wanted) {
  Xapian::doccount taken = wanted;
  const double tied = found[wanted].get_weight() * (1 + kRounding);
  while (taken > 0 && found[taken - 1].get_weight() <= tied) --taken;
  return taken;
}

}  // namespace

std::vector<Candidate> by_document(const Xapian::MSet& found, std::size_t count) {
  std::vector<Candidate> candidates;
  candidates.reserve(std::min<std::size_t>(count, found.size()));
  for (auto item = found.begin(); item != found.end() && candidates.size() < count; ++item)
    candidates.push_back({*item, item.get_weight()});
  std::sort(candidates.begin(), candidates.end(),
            [](const Candidate& a, const Candidate& b) { return a.document < b.document; });
  return candidates;
}

Candidates find_candidates(const SearchContext& context, const Xapian::Query& query) {
  Xapian::Enquire enquire = context.enquire(query, Weighting::first_pass, context.copies());
  // Of copies that weigh the same, Xapian keeps the one of the lowest document number, which depends on how the index
  // was made; sorted so it keeps the newest.
  if (context.collapses()) enquire.set_sort_by_relevance_then_value(slot::kNewest, false);
  // Where words are optional, reranking checks the phrases: it reads the token sequences anyway. But a copy that stands
  // for the others must be a hit itself.
  const bool is_checked_later = context.question().optional_words && !context.collapses();
  const Xapian::MatchDecider* const decider = is_checked_later ? nullptr : context.hits_decider();
  const auto wanted =
      static_cast<Xapian::doccount>(candidate_count(context.question(), context.archive().vocabulary.articles()));
  Xapian::MSet found = enquire.get_mset(0, wanted + 1, 0, nullptr, decider);
  if (found.size() <= wanted) return {by_document(found, wanted), true};
  Xapian::doccount taken = context.collapses() ? wanted : above_the_tie(found, wanted);
  if (taken < wanted / 2) {  // most of them tie: the order of all ties decides, newer first
    enquire.set_sort_by_relevance_then_value(slot::kNewest, false);
    found = enquire.get_mset(0, wanted, 0, nullptr, decider);
    taken = wanted;
  }
  return {by_document(found, taken), false};
}

}  // namespace timbao
