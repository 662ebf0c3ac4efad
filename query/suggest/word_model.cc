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

constexpr double kOwnWord = 0.001;      // the share of all articles that a reading must have to be a word by itself
constexpr double kUnknown = 0.0001;     // articles that a word without any stands for
constexpr double kDistinctShare = 0.5;  // of the tokens of an article of news, about half are the first of their form
constexpr double kNearPrior = 1;        // how many occurrences near text must have to count by half

}  // namespace

const WordModel::Form& WordModel::form(const std::string& folded) const {
  const auto [entry, is_new] = forms_.try_emplace(folded);
  Form& form = entry->second;
  if (!is_new) return form;
  form.readings = vocabulary_.readings("", folded);
  ShareWithAny share(vocabulary_.articles());
  for (const ReadingCount& reading : form.readings) share.add(reading.articles);
  form.articles = share.articles();
  return form;
}

double WordModel::share_of_reading(const std::string& folded, const std::string& exact) const {
  constexpr double kUnseen = 0.5;
  double all = 0, with_it = 0;
  for (const ReadingCount& reading : form(folded).readings) {
    all += reading.articles;
    if (reading.exact == exact) with_it += reading.articles;
  }
  return with_it > kOwnWord * vocabulary_.articles() ? 1 : (with_it + kUnseen) / (all + kUnseen);
}

double WordModel::occurs(const std::string& folded) const {
  const double tokens = vocabulary_.articles() * vocabulary_.average_tokens() * kDistinctShare;
  return (articles_with(folded) + kUnknown) / std::max(1.0, tokens);
}

double WordModel::follows(const std::string& left, const std::string& right) const {
  return seen_together(left, right) + kOfWord * occurs(right);
}

double WordModel::attraction(const std::string& left, const std::string& right) const {
  const double together = seen_together(left, right);
  return together > 0 ? together / occurs(right) : 0;  // most forms are not looked up
}

double WordModel::seen_together(const std::string& left, const std::string& right) const {
  const std::string pair = pair_term(left, right);
  const auto known = together_.find(pair);
  if (known != together_.end()) return known->second;
  const double with_pair = vocabulary_.articles_with(pair);
  const double posted = with_pair > 0 ? std::min(1.0, with_pair / std::max(1.0, articles_with(left))) : 0;
  return together_[pair] = kOfPairs * posted + kOfNearText * seen_near(left, right);
}

const NearText::FormCount& WordModel::near_form(const std::string& folded) const {
  const auto [entry, is_new] = near_forms_.try_emplace(folded);
  if (is_new) entry->second = near_->of_form(folded);
  return entry->second;
}

double WordModel::seen_near(const std::string& left, const std::string& right) const {
  if (near_ == nullptr) return 0;
  const NearText::FormCount& left_form = near_form(left);
  const double together = left_form.numbers.empty() ? 0 : near_->count(left_form, near_form(right));
  return together > 0 ? together / (left_form.count + kNearPrior) : 0;
}

}  // namespace timbao
