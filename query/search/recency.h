// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cmath>
#include <cstdint>
#include <optional>

#include "common/base/day.h"
#include "query/plan/ranking_numbers.h"

namespace timbao {

/// By which factor --recent raises the score of an article.
///
///   recency_factor(date, {2018, 2, 1}, 30) == 1 + ranking::kRecent          for an article of 1 February 2018
///   recency_factor(date, {2018, 3, 3}, 30) == 1 + ranking::kRecent / 2      for the same article, thirty days later
///
/// Takes    the moment of the article; the day that counts as today; how many days halve what is added, at least 1.
/// Returns  1 for an article without a date; what an article of a later day than today gets is that of today. The factor
///          is never more than 1 + kRecent: an article that scores less than 1 / (1 + kRecent) of another one stays
///          below it, however new it is.
/// Errors   none.
/// Source   docs/ranking.md, "Newer articles". Covered by like_test.
inline double recency_factor(std::optional<std::int64_t> moment, const Day& today, std::uint32_t half_life_days) {
  if (!moment) return 1;
  const std::int64_t age_days = days_from_epoch(today) - days_from_epoch(day_at(*moment));
  const double halves = static_cast<double>(age_days > 0 ? age_days : 0) / half_life_days;
  return 1 + ranking::kRecent * std::exp2(-halves);
}

}  // namespace timbao
