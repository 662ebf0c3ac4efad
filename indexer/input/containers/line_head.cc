// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/containers/line_head.h"

#include <algorithm>
#include <cstddef>

#include "common/base/ascii.h"
#include "common/base/ascii_text.h"

namespace timbao {
namespace {

constexpr std::size_t kMostHeadBytes = 64U << 10U;
constexpr std::string_view kBlanks = " \t\r\n";

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = std::min(text.find_first_not_of(kBlanks), text.size());
  return text.substr(begin, text.find_last_not_of(kBlanks) + 1 - begin);
}

void take_line(std::string_view line, LineHead& head) {
  const std::size_t colon = line.find(':');
  if (!head.fields.empty() && (line.front() == ' ' || line.front() == '\t'))
    head.fields.back().second.append(" ").append(trimmed(line));
  else if (colon == std::string_view::npos || (head.first.empty() && head.fields.empty() && starts_with(line, "HTTP/")))
    head.first = trimmed(line);
  else
    head.fields.emplace_back(ascii_lower(trimmed(line.substr(0, colon))), trimmed(line.substr(colon + 1)));
}

}  // namespace

std::string_view LineHead::value(std::string_view name) const {
  const auto field = std::find_if(fields.begin(), fields.end(), [name](const auto& one) { return one.first == name; });
  return field == fields.end() ? std::string_view() : std::string_view(field->second);
}

HeadEnd read_line_head(BufferedInput& input, LineHead& head) {
  std::string line;
  std::size_t used = 0;
  for (std::string_view bytes; !(bytes = input.bytes()).empty();) {
    const std::size_t end = bytes.find('\n');
    const std::size_t count = end == std::string_view::npos ? bytes.size() : end + 1;
    used += count;
    if (used > kMostHeadBytes) return HeadEnd::too_long;
    line += bytes.substr(0, count);
    input.use(count);
    if (end == std::string_view::npos) continue;
    if (trimmed(line).empty()) return HeadEnd::whole;
    take_line(line, head);
    line.clear();
  }
  return HeadEnd::cut;
}

std::string media_type(std::string_view value) { return ascii_lower(trimmed(value.substr(0, value.find(';')))); }

std::string parameter(std::string_view value, std::string_view name) {
  for (std::size_t at = value.find(';'); at != std::string_view::npos; at = value.find(';', at + 1)) {
    std::string_view rest = trimmed(value.substr(at + 1));
    const std::size_t equals = rest.find('=');
    if (equals == std::string_view::npos || ascii_lower(trimmed(rest.substr(0, equals))) != name) continue;
    rest = trimmed(rest.substr(equals + 1));
    if (!starts_with(rest, "\"")) return std::string(trimmed(rest.substr(0, rest.find(';'))));
    return std::string(rest.substr(1, rest.find('"', 1) - 1));
  }
  return {};
}

}  // namespace timbao
