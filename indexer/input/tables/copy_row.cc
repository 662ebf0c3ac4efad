// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/tables/copy_row.h"

#include <algorithm>
#include <array>
#include <utility>

namespace timbao {
namespace {

constexpr std::array<std::pair<char, char>, 6> kEscapes{
    {{'b', '\b'}, {'f', '\f'}, {'n', '\n'}, {'r', '\r'}, {'t', '\t'}, {'v', '\v'}}};

bool is_octal_digit(char byte) { return byte >= '0' && byte <= '7'; }

/// Takes what stands behind a backslash off the front of a text, and returns the byte that it stands for.
char take_escape(std::string_view& rest) {
  constexpr std::size_t kMostOctalDigits = 3;
  const std::string_view most = rest.substr(0, kMostOctalDigits);
  const auto* const end = std::find_if_not(most.begin(), most.end(), is_octal_digit);
  unsigned value = 0;
  for (const auto* digit = most.begin(); digit != end; ++digit) value = 8 * value + static_cast<unsigned>(*digit - '0');
  const auto digits = static_cast<std::size_t>(end - most.begin());
  const char name = rest.front();
  rest.remove_prefix(std::max<std::size_t>(digits, 1));
  if (digits > 0) return static_cast<char>(value);
  const auto* const escape =
      std::find_if(kEscapes.begin(), kEscapes.end(), [name](const auto& row) { return row.first == name; });
  return escape == kEscapes.end() ? name : escape->second;
}

std::string cell_of(std::string_view rest) {
  if (rest == "\\N") return {};
  std::string cell;
  cell.reserve(rest.size());
  while (!rest.empty()) {
    const std::size_t plain = std::min(rest.find('\\'), rest.size());
    cell += rest.substr(0, plain);
    rest.remove_prefix(std::min(plain + 1, rest.size()));
    if (!rest.empty()) cell += take_escape(rest);
  }
  return cell;
}

}  // namespace

std::vector<std::string> copy_row(std::string_view line) {
  std::vector<std::string> cells;
  cells.reserve(static_cast<std::size_t>(std::count(line.begin(), line.end(), '\t')) + 1);
  for (std::size_t tab = 0; tab != std::string_view::npos; line.remove_prefix(std::min(tab + 1, line.size()))) {
    tab = line.find('\t');
    cells.push_back(cell_of(line.substr(0, tab)));
    if (tab == std::string_view::npos) break;
  }
  return cells;
}

}  // namespace timbao
