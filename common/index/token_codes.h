// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace timbao {

/// The shipped table of the commonest reading terms and the codes that stand for them in token sequences (sequence.h).
///
///   token_codes().code_of("dang~93")     token_codes().term_of(17) == "và~"...
///
/// Takes and returns  reading terms (terms.h), and codes from 0 to size() - 1: the commoner the term, the lower its code.
/// Errors   none: the table is a part of the program.
/// Threads  any number of readers: token_codes() is built once, and does not change.
/// Source   common/index/data/token-codes.tsv; docs/index-format.md, "Data files". Covered by token_codes_test.
class TokenCodes {
 public:
  /// Takes    lines of a reading term, a tab and its code, sorted by term. The text must outlive this object.
  explicit TokenCodes(std::string_view table);

  /// The code of a reading term; nothing where it has none, and is written out in sequences.
  [[nodiscard]] std::optional<std::uint32_t> code_of(std::string_view reading_term) const;

  /// The reading term of a code, which must be below size().
  [[nodiscard]] std::string_view term_of(std::uint32_t code) const { return terms_[code]; }

  [[nodiscard]] std::size_t size() const { return terms_.size(); }

  /// The codes of all readings of a folded form that are in the table: of "dang" those of "dang~", "dang~93", ….
  [[nodiscard]] std::vector<std::uint32_t> codes_of_folded(std::string_view folded) const;

 private:
  struct Row {
    std::uint64_t beginning = 0;  // the first eight bytes of the term as a number, which most comparisons need only
    std::string_view term;
    std::uint32_t code = 0;
  };

  [[nodiscard]] std::vector<Row>::const_iterator first_not_before(std::string_view term) const;

  std::vector<std::string_view> terms_;  // by code
  std::vector<Row> sorted_;              // by term
};

/// The table that this program ships.
const TokenCodes& token_codes();

}  // namespace timbao
