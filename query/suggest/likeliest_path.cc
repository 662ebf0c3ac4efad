// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/suggest/likeliest_path.h"

#include <algorithm>
#include <limits>

namespace timbao {
namespace {

/// The best way to a choice: how likely it is, and the choice before it.
struct BestWay {
  double score = -std::numeric_limits<double>::infinity();
  std::size_t before = 0;
};

/// The best way to each choice of one place.
using BestWays = std::vector<BestWay>;

BestWay best_way_to(std::size_t place, std::size_t choice, const BestWays& ways_before, const PathSteps& steps) {
  BestWay best;
  for (std::size_t before = 0; before < ways_before.size(); ++before) {
    const double score = ways_before[before].score + steps.follows(place, before, choice);
    if (score > best.score) best = {score, before};
  }
  return best;
}

std::vector<BestWays> all_best_ways(const PathSteps& steps) {
  std::vector<BestWays> ways(steps.places());
  for (std::size_t place = 0; place < ways.size(); ++place) {
    ways[place].reserve(steps.choices_at(place));
    for (std::size_t choice = 0; choice < steps.choices_at(place); ++choice) {
      BestWay way =
          place == 0 ? BestWay{steps.begins_with(choice), 0} : best_way_to(place, choice, ways[place - 1], steps);
      way.score -= steps.cost_of(place, choice);
      ways[place].push_back(way);
    }
  }
  return ways;
}

}  // namespace

LikelyPath likeliest_path(const PathSteps& steps) {
  const std::vector<BestWays> ways = all_best_ways(steps);
  const BestWays& last = ways.back();
  const auto best =
      std::max_element(last.begin(), last.end(), [](const BestWay& a, const BestWay& b) { return a.score < b.score; });
  LikelyPath path{std::vector<std::size_t>(ways.size()), best->score};
  auto choice = static_cast<std::size_t>(best - last.begin());
  for (std::size_t place = ways.size(); place-- > 0; choice = ways[place][choice].before) path.choices[place] = choice;
  return path;
}

}  // namespace timbao
