// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/moment_key.h"

namespace timbao {
namespace {

/// Seconds before 1970 are negative; with this bit turned they are the smaller numbers.
constexpr std::uint64_t kSignBit = std::uint64_t{1} << 63U;
constexpr std::uint64_t kUndated = ~std::uint64_t{0};

std::uint64_t biased(std::int64_t seconds) { return static_cast<std::uint64_t>(seconds) ^ kSignBit; }

/// The highest byte first, so that bytes sort as numbers do.
std::string sortable(std::uint64_t number) {
  std::string bytes(kMomentKeyBytes, '\0');
  for (std::size_t i = bytes.size(); i-- > 0; number >>= 8U) bytes[i] = static_cast<char>(number & 0xFFU);
  return bytes;
}

}  // namespace

std::string moment_key(std::optional<std::int64_t> seconds) { return sortable(seconds ? biased(*seconds) : kUndated); }

std::string newest_moment_key(std::optional<std::int64_t> seconds) {
  return sortable(seconds ? ~biased(*seconds) : kUndated);
}

std::optional<std::int64_t> moment_of_key(std::string_view oldest_key) {
  if (oldest_key.size() < kMomentKeyBytes) return std::nullopt;
  std::uint64_t number = 0;
  for (const char byte : oldest_key.substr(0, kMomentKeyBytes))
    number = (number << 8U) | static_cast<unsigned char>(byte);
  return number == kUndated ? std::nullopt : std::optional(static_cast<std::int64_t>(number ^ kSignBit));
}

}  // namespace timbao
