// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/html/entities.h"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>

#include "common/base/ascii.h"
#include "common/base/utf8.h"

namespace timbao {
namespace {

constexpr std::size_t kMostEntityBytes = 12;  // "&thetasym;" and "&#x10FFFF;" are among the longest

/// What Windows-1252 has at 80 to 9F; 0 where it has nothing.
constexpr std::array<char16_t, 32> kWindows1252{0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                                0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

std::optional<char32_t> as_character(std::uint32_t number) {
  if (number >= 0x80 && number < 0xA0 && kWindows1252[number - 0x80] != 0) return kWindows1252[number - 0x80];
  const bool is_surrogate = number >= 0xD800 && number < 0xE000;
  if (number == 0 || is_surrogate || number > 0x10FFFF) return std::nullopt;
  return number;
}

/// Takes    what stands between "&#" and ";".
std::optional<char32_t> numbered(std::string_view digits) {
  int base = 10;
  if (!digits.empty() && to_ascii_lower(digits.front()) == 'x') {
    digits.remove_prefix(1);
    base = 16;
  }
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number, base);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return as_character(number);
}

std::optional<char32_t> named(std::string_view name) {
  if (name == "apos") return U'\'';  // HTML 4 does not have it
  const auto* const row = htmlEntityLookup(reinterpret_cast<const xmlChar*>(std::string(name).c_str()));
  return row == nullptr ? std::nullopt : std::optional<char32_t>(row->value);
}

struct Entity {
  std::size_t end = 0;  ///< the place behind its ";"
  char32_t character = 0;
};

/// Takes    the place of a "&".
std::optional<Entity> entity_at(std::string_view text, std::size_t at) {
  const std::size_t length = text.substr(at, kMostEntityBytes).find(';');
  if (length == std::string_view::npos || length < 2) return std::nullopt;
  const std::string_view inside = text.substr(at + 1, length - 1);
  const std::optional<char32_t> character = inside.front() == '#' ? numbered(inside.substr(1)) : named(inside);
  if (!character) return std::nullopt;
  return Entity{at + length + 1, *character};
}

}  // namespace

std::string decode_entities(std::string_view text) {
  std::string decoded;
  decoded.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t sign = std::min(text.find('&', at), text.size());
    decoded += text.substr(at, sign - at);
    if (sign == text.size()) break;
    const std::optional<Entity> entity = entity_at(text, sign);
    if (entity)
      append_code_point(decoded, entity->character);
    else
      decoded += '&';
    at = entity ? entity->end : sign + 1;
  }
  return decoded;
}

bool has_entities(std::string_view text) {
  for (std::size_t at = text.find('&'); at != std::string_view::npos; at = text.find('&', at + 1))
    if (entity_at(text, at)) return true;
  return false;
}

std::string without_c1_controls(std::string_view text) {
  std::string changed;
  changed.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t sign = std::min(text.find('\xC2', at), text.size());
    changed += text.substr(at, sign - at);
    if (sign == text.size()) break;
    const auto [value, length] = read_code_point(text, sign);
    append_code_point(changed, as_character(value).value_or(value));
    at = sign + length;
  }
  return changed;
}

}  // namespace timbao
