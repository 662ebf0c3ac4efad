// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/token_codes.h"

#include <algorithm>
#include <charconv>
#include <string>

#include "common/base/ascii.h"
#include "common/base/first_bytes.h"
#include "common/index/embedded.h"
#include "common/index/terms.h"

namespace timbao {

TokenCodes::TokenCodes(std::string_view table) {
  constexpr std::size_t kShortRow = 12;  // most are longer: to count them would take longer than to reserve too much
  sorted_.reserve(table.size() / kShortRow);
  for (std::size_t at = 0; at < table.size();) {
    const std::size_t tab = table.find('\t', at);
    std::uint32_t code = 0;
    const char* const end = std::from_chars(table.data() + tab + 1, table.data() + table.size(), code).ptr;
    const std::string_view term = table.substr(at, tab - at);
    sorted_.push_back({first_bytes(term), term, code});
    at = static_cast<std::size_t>(end - table.data()) + 1;
  }
  terms_.resize(sorted_.size());
  for (const Row& row : sorted_) terms_.at(row.code) = row.term;
}

std::optional<std::uint32_t> TokenCodes::code_of(std::string_view reading_term) const {
  const auto row = first_not_before(reading_term);
  if (row == sorted_.end() || row->term != reading_term) return std::nullopt;
  return row->code;
}

std::vector<std::uint32_t> TokenCodes::codes_of_folded(std::string_view folded) const {
  const std::string beginning = readings_prefix(folded);
  std::vector<std::uint32_t> codes;
  for (auto row = first_not_before(beginning); row != sorted_.end() && starts_with(row->term, beginning); ++row)
    codes.push_back(row->code);
  return codes;
}

std::vector<TokenCodes::Row>::const_iterator TokenCodes::first_not_before(std::string_view term) const {
  const Row wanted{first_bytes(term), term, 0};
  return std::lower_bound(sorted_.begin(), sorted_.end(), wanted, [](const Row& a, const Row& b) {
    return a.beginning != b.beginning ? a.beginning < b.beginning : a.term < b.term;
  });
}

const TokenCodes& token_codes() {
  static const TokenCodes codes(embedded::token_codes());
  return codes;
}

}  // namespace timbao
