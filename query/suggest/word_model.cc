// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/suggest/word_model.h"

#include <algorithm>

#include "common/index/terms.h"
#include "query/plan/estimates.h"

namespace timbao {
namespace {

// Shares of the three sources in the probability of a word behind another one.
constexpr double kOfPairs = 0.45;
constexpr double kOfNearText = 0.45;
constexpr double kOfWord = 0.1;

constexpr double kUnknown = 0.0001;     // articles that a word without any stands for
constexpr double kDistinctShare = 0.5;  // of the tokens of an article of news, about half are the first of their form
constexpr double kNearPrior = 1;        // how many occurrences near text must have to count by half

}  // namespace

double WordModel::articles_with(const std::string& folded) const {
  const auto known = articles_.find(folded);
  if (known != articles_.end()) return known->second;
  ShareWithAny share(vocabulary_.articles());
  for (const ReadingCount& reading : vocabulary_.readings("", folded)) share.add(reading.articles);
  return articles_[folded] = share.articles();
}

double WordModel::occurs(const std::string& folded) const {
  const double tokens = vocabulary_.articles() * vocabulary_.average_tokens() * kDistinctShare;
  return (articles_with(folded) + kUnknown) / std::max(1.0, tokens);
}

double WordModel::follows(const std::string& left, const std::string& right) const {
  return seen_together(left, right) + kOfWord * occurs(right);
}

double WordModel::attraction(const std::string& left, const std::string& right) const {
  return seen_together(left, right) / occurs(right);
}

double WordModel::seen_together(const std::string& left, const std::string& right) const {
  const std::string pair = pair_term(left, right);
  const auto known = together_.find(pair);
  if (known != together_.end()) return known->second;
  const double with_pair = vocabulary_.articles_with(pair);
  const double posted = with_pair > 0 ? std::min(1.0, with_pair / std::max(1.0, articles_with(left))) : 0;
  const auto here = near_pairs_.find(pair);
  const double near = here == near_pairs_.end() ? 0 : here->second / (near_.count_of_form(left) + kNearPrior);
  return together_[pair] = kOfPairs * posted + kOfNearText * near;
}

}  // namespace timbao
