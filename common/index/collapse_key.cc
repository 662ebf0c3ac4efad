// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/collapse_key.h"

#include <algorithm>

#include "common/index/folded_hash.h"

namespace timbao {
namespace {

// The base of the polynomial hash. It is odd: an even base would shift a word's bits out of the 64-bit sum, so that the
// first words of a run would not count.
constexpr std::uint64_t kBase = 0x9E3779B97F4A7C15U;

constexpr std::uint64_t power(std::uint64_t base, std::size_t exponent) {
  std::uint64_t product = 1;
  for (; exponent > 0; --exponent) product *= base;
  return product;
}

}  // namespace

void CollapseKey::add(std::uint64_t word) {
  constexpr std::uint64_t kLeaving = power(kBase, kRunTokens);
  std::uint64_t& oldest = run_[tokens_ % kRunTokens];
  // Modulo 2^64. Until kRunTokens words were added, `oldest` is 0 and takes nothing away.
  rolling_ = rolling_ * kBase + word - oldest * kLeaving;
  oldest = word;
  ++tokens_;
  // Without mixing, the last words of a run would decide which run has the least hash.
  if (tokens_ >= kRunTokens) least_ = std::min(least_, mixed(rolling_));
}

std::string CollapseKey::finish() {
  std::string key;
  if (tokens_ >= kLeastTokens)
    for (unsigned shift = 64; shift > 0; shift -= 8) key += static_cast<char>((least_ >> (shift - 8)) & 0xFFU);
  *this = CollapseKey();
  return key;
}

}  // namespace timbao
