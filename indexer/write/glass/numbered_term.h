// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

#include "common/base/first_bytes.h"

namespace timbao::glass {

/// A term with a number, to be sorted by the term. Most comparisons need its first bytes only (first_bytes.h).
///
///   std::sort(terms.begin(), terms.end());
///
/// Takes    a term whose bytes stay where they are; the number has no part in the order.
/// Source   the order is that of std::string. Covered by part_database_test.
struct NumberedTerm {
  NumberedTerm(std::string_view text, std::uint32_t with) : beginning(first_bytes(text)), term(text), number(with) {}

  std::uint64_t beginning;
  std::string_view term;
  std::uint32_t number;

  friend bool operator<(const NumberedTerm& left, const NumberedTerm& right) {
    return left.beginning != right.beginning ? left.beginning < right.beginning : left.term < right.term;
  }
};

}  // namespace timbao::glass
