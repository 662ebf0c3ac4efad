// SPDX-License-Identifier: GPL-2.0-or-later
#include <cstdint>
#include <cstdlib>

#include "common/base/day.h"

namespace {

// What is read is in the calendar, and is read again from what is printed.
void require(bool holds) {
  if (!holds) std::abort();
}

void check_timestamp(std::string_view text) {
  const std::optional<std::int64_t> seconds = timbao::parse_timestamp(text);
  if (!seconds) return;
  require(is_valid(timbao::day_at(*seconds)));
  require(timbao::parse_timestamp(timbao::format_timestamp(*seconds)) == seconds);
}

void check_day_range(std::string_view text) {
  const std::optional<timbao::DayRange> range = timbao::parse_day_range(text, timbao::Day{2018, 1, 31});
  if (!range) return;
  require(is_valid(range->first) && is_valid(range->last));
  require(!(range->last < range->first));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  check_timestamp(text);
  check_day_range(text);
  return 0;
}
