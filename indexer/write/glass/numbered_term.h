// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace timbao::glass {

/// A term with a number, to be sorted by the term. Most terms differ in their first eight bytes, which are compared as
/// one number, so that a comparison reads no other memory.
///
///   std::sort(terms.begin(), terms.end());
///
/// Takes    a term whose bytes stay where they are; the number has no part in the order.
/// Source   the order is that of std::string. Covered by part_database_test.
struct NumberedTerm {
  NumberedTerm(std::string_view text, std::uint32_t with) : term(text), number(with) {
    for (std::size_t i = 0; i < std::min(text.size(), sizeof first_bytes); ++i)
      first_bytes |= std::uint64_t{static_cast<unsigned char>(text[i])} << (56U - 8U * i);
  }

  std::uint64_t first_bytes = 0;
  std::string_view term;
  std::uint32_t number;

  friend bool operator<(const NumberedTerm& left, const NumberedTerm& right) {
    return left.first_bytes != right.first_bytes ? left.first_bytes < right.first_bytes : left.term < right.term;
  }
};

}  // namespace timbao::glass
