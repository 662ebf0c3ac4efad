// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/json/json_string.h"

#include <algorithm>

namespace timbao {

std::size_t end_of_json_string(std::string_view json, std::size_t begin) {
  std::size_t at = begin + 1;
  while (at < json.size() && json[at] != '"') at += json[at] == '\\' ? 2U : 1U;
  return std::min(at + 1, json.size());
}

void append_unicode_escape(std::string& text, char control) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  const auto value = static_cast<unsigned char>(control);
  text += "\\u00";
  text += kDigits[value >> 4U];
  text += kDigits[value & 15U];
}

}  // namespace timbao
