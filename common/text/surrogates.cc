// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/surrogates.h"

#include "common/base/escape.h"

namespace timbao {

std::size_t replace_lone_surrogates(std::string& json) {
  std::size_t replaced = 0;
  for (std::size_t at = json.find('\\'); at != std::string::npos; at = json.find('\\', at)) {
    const std::uint32_t unit = unicode_escape_at(json, at);
    if (is_high_surrogate(unit) && is_low_surrogate(unicode_escape_at(json, at + kUnicodeEscapeBytes))) {
      at += 2 * kUnicodeEscapeBytes;
    } else if (is_high_surrogate(unit) || is_low_surrogate(unit)) {
      json.replace(at + 2, 4, "fffd");
      ++replaced;
      at += kUnicodeEscapeBytes;
    } else {
      at += 2;  // an escaped backslash is passed as one
    }
  }
  return replaced;
}

}  // namespace timbao
