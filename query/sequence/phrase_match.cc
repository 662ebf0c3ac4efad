// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/sequence/phrase_match.h"

#include <algorithm>

namespace timbao {

bool PhraseMatcher::stands(const Clause& phrase, const FoundTokens& found) {
  walk(phrase, found, Until::first);
  return !spots_[phrase.length].empty();
}

std::vector<StandingPlace> PhraseMatcher::places(const Clause& phrase, const FoundTokens& found) {
  walk(phrase, found, Until::all);
  Spots& ends = spots_[phrase.length];
  sort_out(ends);
  std::vector<StandingPlace> places;
  places.reserve(ends.size());
  for (const Spot& end : ends) places.push_back({end.first, end.place, end.before->paragraph, end.before->field});
  return places;
}

/// Leaves each spot once, in the order of the article: of several walks to a spot the one that began last.
void PhraseMatcher::sort_out(Spots& spots) {
  std::sort(spots.begin(), spots.end());
  spots.erase(std::unique(spots.begin(), spots.end()), spots.end());
}

/// For every place of the phrase it holds the spots of the article that a walk may have come to, each spot once. Wholes
/// offer many ways to the same spot, and to follow each way to its end would take exponential time. When no walk has
/// come as far as the step at hand, the phrase does not stand in the article.
void PhraseMatcher::walk(const Clause& phrase, const FoundTokens& found, Until until) {
  if (spots_.size() < phrase.length + 1) spots_.resize(phrase.length + 1);
  for (std::size_t place = 0; place <= phrase.length; ++place) spots_[place].clear();
  std::size_t farthest = 0;  // the last place of the phrase that a walk has come to
  for (const PhraseStep& step : phrase.steps) {
    if (step.from > farthest) return;
    if (step.from == 0) {
      begin(step, found, spots_[step.to]);
    } else {
      sort_out(spots_[step.from]);
      go_on(spots_[step.from], step, found);
    }
    if (!spots_[step.to].empty()) farthest = std::max(farthest, step.to);
    if (until == Until::first && !spots_[phrase.length].empty()) return;
  }
}

void PhraseMatcher::begin(const PhraseStep& step, const FoundTokens& found, Spots& behind) const {
  const FoundToken* token = found.first_of(scanner_.group_of(step.word));
  for (; token != nullptr; token = found.next_of(*token))
    if (scanner_.is(*token, step.word)) behind.push_back({token->place + token->span, token->place, token});
}

void PhraseMatcher::go_on(const Spots& from, const PhraseStep& step, const FoundTokens& found) {
  for (const Spot& spot : from)
    for (const FoundToken& token : found.at(spot.place, *spot.before))
      if (token.paragraph == spot.before->paragraph && scanner_.is(token, step.word))
        spots_[step.to].push_back({token.place + token.span, spot.first, &token});
}

}  // namespace timbao
