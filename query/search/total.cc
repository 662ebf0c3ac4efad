// SPDX-License-Identifier: GPL-2.0-or-later
// How many articles there are: Search::total() and what it needs.
#include <cmath>
#include <optional>

#include "query/search/pages.h"

namespace timbao {
namespace {

constexpr std::uint64_t kCountedExactly = 1000;  // articles of the rarest word up to which `total` is counted

}  // namespace

/// Whether the hits are what `total` counts, all of them required, so that counting few of them finds the page.
bool Search::counts_the_page() const {
  return is_ranked() && !question_.optional_words && !collapses() && counts_hits();
}

HitsHave Search::hits_have() const {
  if (!ranks_words()) return HitsHave::no_words;
  // Where words are optional, the lists of any part of a number or date find hits too.
  const bool is_exact = counts_hits() && (!question_.optional_words || is_any_of_words(question_.hits));
  const bool is_what_is_counted = !is_ranked() || request_.match != MatchMode::ranked || is_exact;
  return is_what_is_counted ? HitsHave::what_is_counted : HitsHave::any_word;
}

Total Search::total() {
  const Clause& clause = question_.counted;
  Total total;
  total.match = request_.match == MatchMode::any ? MatchMode::any : MatchMode::all;
  const bool wants_all = !is_ranked() || !ranks_words() || !request_.limit || *request_.limit == 0;
  total.exact = wants_all || builder_.most_articles(clause) <= kCountedExactly;
  // Of many articles that may have a run mostly few have it, and finding that out is what the page needs too.
  const bool may_be_few = counts_the_page() && hits_decider_ != nullptr;
  if (total.exact || may_be_few) total.count = counted(total.exact ? database_.get_doccount() : 0);
  if (all_hits_) total.exact = true;
  if (!total.exact) total.count = static_cast<std::uint64_t>(std::llround(builder_.likely_articles(clause)));
  return total;
}

/// How many articles there are for which the clause of `total` is true, among the first that fill a page of candidates
/// and `look_at` more. What few lists leave over is looked at article by article: that costs less than to open the
/// lists of all words.
std::uint64_t Search::counted(Xapian::doccount look_at) {
  const Clause& clause = question_.counted;
  const Clause narrow = builder_.narrowed(clause);
  Xapian::Enquire enquire(database_);
  enquire.set_query(builder_.superset(narrow));
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  const bool is_superset = has_run(clause) || narrow.children.size() < clause.children.size();
  const bool is_of_hits = hits_decider_ != nullptr && (!is_ranked() || counts_hits());
  std::optional<ClauseDecider> of_counted;
  if (is_superset && !is_of_hits) of_counted.emplace(clause, scanner_, memory_.tokens, numbered_);
  const Xapian::MatchDecider* const decider = of_counted ? &*of_counted : hits_decider_;
  const std::size_t page = counts_the_page() ? candidate_count(vocabulary_->articles()) : 0;
  const Xapian::MSet found = enquire.get_mset(0, static_cast<Xapian::doccount>(page + (page > 0 ? 1 : 0)), look_at,
                                              nullptr, is_superset ? decider : nullptr);
  if (page > 0 && found.size() <= page) all_hits_ = by_document(found, page);
  return all_hits_ ? all_hits_->size() : found.get_matches_estimated();
}

}  // namespace timbao
