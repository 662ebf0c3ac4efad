// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/base/day.h"

namespace timbao {

/// A source, and how many articles an archive has of it: {"Báo Tỉnh", 12}.
struct HeldSource {
  std::string source;
  std::uint64_t articles = 0;
};

/// The articles of one source in one month.
struct HeldMonth {
  std::string month;   ///< "2018-01"; empty: articles without a date
  std::string source;  ///< empty: articles without a source, or with one that is not listed
  std::uint64_t articles = 0;
};

/// What an archive holds, so that an empty answer is told from an empty shelf.
///
///   Holdings{3, days, {{"Báo Tỉnh", 2}}, 0, {{"2018-01", "Báo Tỉnh", 2}, {"2018-02", "", 1}}}
struct Holdings {
  std::uint64_t articles = 0;
  std::optional<DayRange> days;     ///< of the oldest and the newest article with a date
  std::vector<HeldSource> sources;  ///< the commonest first, at most kMostSources
  std::uint64_t other_sources = 0;  ///< how many more there are
  std::vector<HeldMonth> months;    ///< by month and source

  static constexpr std::size_t kMostSources = 200;
};

}  // namespace timbao
