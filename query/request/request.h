// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "common/base/day_range.h"

namespace timbao {

enum class SortOrder : std::uint8_t { relevance, newest, oldest, title };
enum class MatchMode : std::uint8_t {
  ranked,
  any,
  all
};  ///< ranked: any of the words is a hit, all of them are counted
enum class MarksMode : std::uint8_t { fold, prefer, strict };
enum class Collapse : std::uint8_t { no, yes };  ///< yes: of the copies of one story only the best is a hit
enum class Explain : std::uint8_t { no, yes };

/// One question, whole.
struct SearchRequest {
  std::string query;
  SortOrder sort = SortOrder::relevance;
  MatchMode match = MatchMode::ranked;
  MarksMode marks = MarksMode::prefer;
  std::optional<DayRange> days;  ///< --from and --to
  std::size_t offset = 0;
  std::optional<std::size_t> limit = 10;  ///< nothing: all
  std::size_t snippet_chars = 200;        ///< 0: none
  Collapse collapse = Collapse::no;
  Explain explain = Explain::no;
  Day today;
};

}  // namespace timbao
