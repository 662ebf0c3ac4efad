// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#define XXH_INLINE_ALL
#include <xxhash.h>
#include <zstd.h>

#include <string>
#include <string_view>

namespace timbao::test {

/// Any bytes with the checksum that docs/index-format.md asks for.
inline std::string with_checksum(std::string_view bytes) {
  const auto hash = static_cast<unsigned>(XXH3_64bits(bytes.data(), bytes.size()) & 0xFFFFFFFFU);
  std::string sum;
  for (unsigned i = 0; i < 4; ++i) sum += static_cast<char>((hash >> (8 * i)) & 0xFFU);
  return sum + std::string(bytes);
}

/// A stored text whose checksum is right whatever its fields hold.
inline std::string forged_text(std::string_view fields) {
  std::string frame(ZSTD_compressBound(fields.size()), '\0');
  frame.resize(ZSTD_compress(frame.data(), frame.size(), fields.data(), fields.size(), 1));
  return with_checksum(frame);
}

}  // namespace timbao::test
