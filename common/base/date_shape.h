// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace timbao {

/// What the letters of a shape read; a part that its shape does not name keeps its value.
struct DateParts {
  int year = 0;
  int month = 0;
  int day = 0;
  int hour = 0;
  int minute = 0;
  int second = 0;
};

/// Matches the start of a text with the shape of a date or a time.
///
///   DateParts parts;
///   match_date_shape("D/M/Y", "31/1/2018, 08:01", parts) == 9      // and parts holds 2018, 1, 31
///
/// Takes    a shape: Y is four digits, M D H one or two, N (minute) and S (second) two; a space is one or more
///          spaces, t the word "tháng", n the word "năm" in any usual spelling; another byte stands for itself.
///          A run of digits is taken as far as its part goes; what follows the match is the caller's business.
/// Returns  how many bytes matched; nothing, and `parts` in any state, if the shape does not fit. Values are not
///          checked against the calendar.
std::optional<std::size_t> match_date_shape(std::string_view shape, std::string_view text, DateParts& parts);

}  // namespace timbao
