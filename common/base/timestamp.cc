// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/base/timestamp.h"

#include "common/base/date_reader.h"
#include "common/base/day.h"

namespace timbao {

std::optional<std::int64_t> parse_timestamp(std::string_view text) {
  const std::optional<DateLine> line = date_line(text);
  if (!line) return std::nullopt;
  const std::optional<std::int64_t> seconds = read_moment(*line);
  if (!seconds) return std::nullopt;
  const int year = day_at(*seconds).year;
  return year >= kFirstArticleYear && year <= kLastArticleYear ? seconds : std::nullopt;
}

bool resembles_date(std::string_view text) {
  const std::optional<DateLine> line = date_line(text);
  return line && looks_like_date(*line);
}

}  // namespace timbao
