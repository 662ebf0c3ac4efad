// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/checksum.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <cstdint>

#include "common/base/error.h"

namespace timbao {
namespace {

constexpr std::size_t kChecksumBytes = 4;

std::string checksum(std::string_view bytes) {
  const auto hash = static_cast<std::uint32_t>(XXH3_64bits(bytes.data(), bytes.size()));
  std::string sum;
  for (unsigned i = 0; i < kChecksumBytes; ++i) sum += static_cast<char>((hash >> (8 * i)) & 0xFFU);
  return sum;
}

}  // namespace

std::string with_checksum(std::string_view content) { return checksum(content).append(content); }

std::string_view without_checksum(std::string_view bytes, const char* what) {
  if (bytes.size() < kChecksumBytes) throw_damaged(what);
  const std::string_view content = bytes.substr(kChecksumBytes);
  if (checksum(content) != bytes.substr(0, kChecksumBytes)) throw_damaged(what);
  return content;
}

void throw_damaged(const char* what) {
  throw Error(ExitCode::index_failed, std::string("the index is damaged: ") + what + " does not fit its checksum",
              "make it anew of its sources with: timbao-index add --rebuild PATH...");
}

}  // namespace timbao
