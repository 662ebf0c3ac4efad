// SPDX-License-Identifier: GPL-2.0-or-later
#include <cstdint>

#include "common/base/day.h"
#include "common/base/day_range.h"
#include "common/base/timestamp.h"
#include "tests/fuzz/require.h"

namespace {

using timbao::fuzz::require;

constexpr timbao::Day kToday{2018, 1, 31};

// What is read lies in the years of newspapers, is read again from what is printed, is the same day in a query, and
// looks like a date.
void check_timestamp(std::string_view text) {
  const std::optional<std::int64_t> seconds = timbao::parse_timestamp(text);
  if (!seconds) return;
  const timbao::Day day = timbao::day_at(*seconds);
  require(is_valid(day) && day.year >= timbao::kFirstArticleYear && day.year <= timbao::kLastArticleYear);
  require(timbao::parse_timestamp(timbao::format_timestamp(*seconds)) == seconds);
  const std::optional<timbao::DayRange> range = timbao::parse_day_range(text, kToday);
  require(range && range->first == day && range->last == day);
}

// No word that is unknown is passed over, wherever it stands.
void check_stranger(std::string_view text) {
  const std::string with_stranger = std::string(text) + " x";
  require(!timbao::parse_timestamp(with_stranger) && !timbao::parse_day_range(with_stranger, kToday));
  require(!timbao::parse_timestamp("x " + std::string(text)));
}

void check_day_range(std::string_view text) {
  const std::optional<timbao::DayRange> range = timbao::parse_day_range(text, kToday);
  if (!range) return;
  require(is_valid(range->first) && is_valid(range->last));
  require(!(range->last < range->first));
}

}  // namespace

// Any text as a date of an article, as a range of days, and as a line that resembles a date.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = timbao::fuzz::text_of(data, size);
  check_timestamp(text);
  check_stranger(text);
  check_day_range(text);
  timbao::resembles_date(text);
  return 0;
}
