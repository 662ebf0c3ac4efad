// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace timbao {

/// FNV-1a of a text. It is the same on every machine and in every process, so it may stand in the index; 64 bits are
/// enough where a collision costs no more than reading a file once more.
///
///   fnv_hash("") == 14695981039346656037
///
/// Takes    any bytes.
/// Source   Fowler, Noll, Vo: the constants for 64 bits. Covered by fnv_test.
constexpr std::uint64_t fnv_hash(std::string_view text) {
  std::uint64_t hash = 14'695'981'039'346'656'037U;
  for (const char byte : text) hash = (hash ^ static_cast<unsigned char>(byte)) * 1'099'511'628'211U;
  return hash;
}

/// A key of a table in memory (flat_table.h) for a short text: for a few letters it takes fewer instructions than
/// folded_hash().
///
///   fnv_key("dang") != 0
///
/// Takes    any bytes.
/// Returns  a number above 0, whose low bits choose a slot well.
/// Errors   none: some two texts in 2^64 have the same key.
/// Source   fnv_hash() above. Covered by fnv_test.
constexpr std::uint64_t fnv_key(std::string_view text) {
  const std::uint64_t hash = fnv_hash(text), mixed = hash ^ hash >> 32U;
  return mixed == 0 ? 1 : mixed;
}

}  // namespace timbao
