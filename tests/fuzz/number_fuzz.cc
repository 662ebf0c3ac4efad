// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/number.h"

#include "common/base/ascii.h"
#include "tests/fuzz/require.h"

namespace {

using timbao::fuzz::require;

void check_number(std::string_view text, std::size_t at) {
  const timbao::NumberMatch number = timbao::match_number(text, at);
  require(number.length > 0 && at + number.length <= text.size());
  require(number.exact == text.substr(at, number.length));
  require(!number.folded.empty() && number.folded.find_first_not_of("0123456789,") == std::string::npos);
}

void check_others(std::string_view text, std::size_t at) {
  if (const auto spaced = timbao::match_spaced_number(text, at)) {
    require(spaced->groups >= 2 && at + spaced->length <= text.size());
    require(spaced->value.find_first_not_of("0123456789") == std::string::npos);
  }
  if (const auto date = timbao::match_date(text, at)) {
    require(timbao::is_date(*date) && at + date->length <= text.size());
    require(timbao::date_key(*date).size() == (date->year == 0 ? 4U : 8U));
  }
}

}  // namespace

// Numbers and dates at every digit of the text: within it, and in the calendar.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = timbao::fuzz::text_of(data, size);
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!timbao::is_digit_at(text, at)) continue;
    check_number(text, at);
    check_others(text, at);
  }
  return 0;
}
