// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "common/base/utf8.h"

namespace timbao::fuzz {

/// Ends the program where a property does not hold, and says in which line it stands; the fuzzer keeps the input.
inline void require(bool holds, const char* file = __builtin_FILE(), int line = __builtin_LINE()) {
  if (holds) return;
  std::fprintf(stderr, "%s:%d: this does not hold\n", file, line);
  std::abort();
}

/// What a target was given, as text.
inline std::string_view text_of(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

/// Takes the text up to a separator off the front of `rest`, and the separator too.
inline std::string_view take_until(std::string_view& rest, char separator) {
  const std::size_t end = rest.find(separator);
  const std::string_view taken = rest.substr(0, end);
  rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  return taken;
}

/// Takes a byte off the front of `rest` as a number; 0 where there is none.
inline unsigned take_byte(std::string_view& rest) {
  if (rest.empty()) return 0;
  const unsigned byte = static_cast<unsigned char>(rest.front());
  rest.remove_prefix(1);
  return byte;
}

inline bool is_well_formed(std::string_view text) { return well_formed_prefix(text) == text.size(); }

}  // namespace timbao::fuzz
