// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/surrogates.h"

#include <charconv>
#include <string_view>

namespace timbao {
namespace {

constexpr std::size_t kEscapeBytes = 6;  // \uD83D

enum class Half { none, high, low };

/// Which half of a pair the escape at `at` writes.
Half half_at(std::string_view json, std::size_t at) {
  if (json.substr(at, 2) != "\\u" || at + kEscapeBytes > json.size()) return Half::none;
  unsigned value = 0;
  const char* const end = json.data() + at + kEscapeBytes;
  if (std::from_chars(json.data() + at + 2, end, value, 16).ptr != end) return Half::none;
  if (value >= 0xD800 && value <= 0xDBFF) return Half::high;
  return value >= 0xDC00 && value <= 0xDFFF ? Half::low : Half::none;
}

}  // namespace

std::size_t replace_lone_surrogates(std::string& json) {
  std::size_t replaced = 0;
  for (std::size_t at = json.find('\\'); at != std::string::npos; at = json.find('\\', at)) {
    const Half half = half_at(json, at);
    if (half == Half::high && half_at(json, at + kEscapeBytes) == Half::low) {
      at += 2 * kEscapeBytes;
    } else if (half != Half::none) {
      json.replace(at + 2, 4, "fffd");
      ++replaced;
      at += kEscapeBytes;
    } else {
      at += 2;  // an escaped backslash is passed as one
    }
  }
  return replaced;
}

}  // namespace timbao
