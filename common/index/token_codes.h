// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace timbao {

/// The shipped table of the commonest readings and their codes in token sequences (common/index/data/token-codes.tsv).
///
///   codes.code_of("dang~93")   codes.term_of(17) == "và~"...
///
/// Takes and returns  reading terms (terms.h); codes 0 to size()-1, the commonest first.
/// Threads  shared, read only: made once, in token_codes().
class TokenCodes {
 public:
  /// Codes below this take one byte in a sequence.
  static constexpr std::uint32_t kOneByte = 190;

  explicit TokenCodes(std::string_view table);

  [[nodiscard]] std::optional<std::uint32_t> code_of(std::string_view reading_term) const;
  [[nodiscard]] std::string_view term_of(std::uint32_t code) const { return terms_[code]; }
  [[nodiscard]] std::size_t size() const { return terms_.size(); }

  /// The codes of all readings of a folded form that the table has.
  [[nodiscard]] std::vector<std::uint32_t> codes_of_folded(std::string_view folded) const;

 private:
  std::vector<std::string_view> terms_;                             // by code
  std::vector<std::pair<std::string_view, std::uint32_t>> sorted_;  // by term
};

/// The table this program ships.
const TokenCodes& token_codes();

}  // namespace timbao
