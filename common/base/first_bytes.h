// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace timbao {

/// The first eight bytes of a text as a number, whose order is that of the texts: most texts of a sorted list differ in them,
/// so that a comparison reads no other memory.
///
///   first_bytes("ab") == 0x6162000000000000
///
/// Takes    any bytes; a shorter text is filled up with zeros.
/// Source   covered by token_codes_test and part_database_test.
inline std::uint64_t first_bytes(std::string_view text) {
  std::uint64_t number = 0;
  for (std::size_t at = 0; at < sizeof number; ++at)
    number = number << 8U | (at < text.size() ? static_cast<unsigned char>(text[at]) : 0U);
  return number;
}

}  // namespace timbao
