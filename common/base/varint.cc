// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/base/varint.h"

#include <algorithm>

namespace timbao {
namespace {

constexpr unsigned kGroupBits = 7;
constexpr std::uint64_t kMore = 0x80;

}  // namespace

void append_varint(std::string& bytes, std::uint64_t number) {
  for (; number >= kMore; number >>= kGroupBits) bytes += static_cast<char>((number & (kMore - 1)) | kMore);
  bytes += static_cast<char>(number);
}

std::optional<std::uint64_t> take_varint(std::string_view& bytes) {
  std::uint64_t number = 0;
  const std::size_t most = std::min(bytes.size(), kMostVarintBytes);
  for (std::size_t at = 0; at < most; ++at) {
    const std::uint64_t group = static_cast<unsigned char>(bytes[at]);
    if (at + 1 == kMostVarintBytes && group > 1) break;  // nine groups are 63 bits: one is left
    number |= (group & (kMore - 1)) << (kGroupBits * at);
    if (group >= kMore) continue;
    bytes.remove_prefix(at + 1);
    return number;
  }
  return std::nullopt;
}

void append_sized(std::string& bytes, std::string_view text) {
  append_varint(bytes, text.size());
  bytes += text;
}

std::optional<std::string_view> take_sized(std::string_view& bytes) {
  const std::optional<std::uint64_t> length = take_varint(bytes);
  if (!length || *length > bytes.size()) return std::nullopt;
  const std::string_view text = bytes.substr(0, static_cast<std::size_t>(*length));
  bytes.remove_prefix(text.size());
  return text;
}

}  // namespace timbao
