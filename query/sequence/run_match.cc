// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/sequence/run_match.h"

#include <algorithm>

namespace timbao {

/// For every place of the run it holds the spots of the article that a walk may have come to, each spot once. Wholes
/// offer many ways to the same spot, and to follow each way to its end would take exponential time. When no walk has
/// come as far as the step at hand, the run does not stand in the article.
bool RunMatcher::stands(const Clause& run, const FoundTokens& found) {
  if (spots_.size() < run.length + 1) spots_.resize(run.length + 1);
  for (std::size_t place = 0; place <= run.length; ++place) spots_[place].clear();
  std::size_t farthest = 0;  // the last place of the run that a walk has come to
  for (const RunStep& step : run.steps) {
    if (step.from > farthest) return false;
    if (step.from == 0) {
      begin(step, found, spots_[step.to]);
    } else {
      Spots& from = spots_[step.from];
      std::sort(from.begin(), from.end());
      from.erase(std::unique(from.begin(), from.end()), from.end());
      go_on(from, step, found);
    }
    if (!spots_[step.to].empty()) farthest = std::max(farthest, step.to);
    if (!spots_[run.length].empty()) return true;
  }
  return false;
}

void RunMatcher::begin(const RunStep& step, const FoundTokens& found, Spots& behind) const {
  const FoundToken* token = found.first_of(scanner_.group_of(step.word));
  for (; token != nullptr; token = found.next_of(*token))
    if (scanner_.is(*token, step.word)) behind.push_back(spot_behind(*token));
}

void RunMatcher::go_on(const Spots& from, const RunStep& step, const FoundTokens& found) {
  for (const Spot& spot : from)
    for (const FoundToken& token : found.at(spot.place, *spot.before))
      if (token.paragraph == spot.before->paragraph && scanner_.is(token, step.word))
        spots_[step.to].push_back(spot_behind(token));
}

}  // namespace timbao
