// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/token_codes.h"

#include <algorithm>
#include <charconv>
#include <string>

#include "common/base/ascii.h"
#include "common/index/embedded.h"
#include "common/index/terms.h"

namespace timbao {

TokenCodes::TokenCodes(std::string_view table) {
  const auto rows = static_cast<std::size_t>(std::count(table.begin(), table.end(), '\n'));
  sorted_.reserve(rows);
  terms_.resize(rows);
  for (std::size_t at = 0; at < table.size();) {
    const std::size_t tab = table.find('\t', at), end = table.find('\n', at);
    std::uint32_t code = 0;
    std::from_chars(table.data() + tab + 1, table.data() + end, code);
    sorted_.emplace_back(table.substr(at, tab - at), code);
    terms_.at(code) = sorted_.back().first;
    at = end + 1;
  }
}

std::optional<std::uint32_t> TokenCodes::code_of(std::string_view reading_term) const {
  const auto row = std::lower_bound(sorted_.begin(), sorted_.end(), reading_term,
                                    [](const auto& entry, std::string_view term) { return entry.first < term; });
  if (row == sorted_.end() || row->first != reading_term) return std::nullopt;
  return row->second;
}

std::vector<std::uint32_t> TokenCodes::codes_of_folded(std::string_view folded) const {
  const std::string beginning = readings_prefix(folded);
  auto row = std::lower_bound(sorted_.begin(), sorted_.end(), beginning,
                              [](const auto& entry, const std::string& term) { return entry.first < term; });
  std::vector<std::uint32_t> codes;
  for (; row != sorted_.end() && starts_with(row->first, beginning); ++row) codes.push_back(row->second);
  return codes;
}

const TokenCodes& token_codes() {
  static const TokenCodes codes(embedded::token_codes());
  return codes;
}

}  // namespace timbao
