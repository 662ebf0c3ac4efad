// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/front/serve/target.h"

#include "common/base/ascii_text.h"
#include "common/base/take_part.h"
#include "common/base/utf8.h"

namespace timbao {
namespace {

constexpr std::size_t kEscapeDigits = 2;
constexpr unsigned kBitsADigit = 4;

/// The byte that two hexadecimal digits at a place of a text name.
std::optional<char> byte_of_digits(std::string_view text, std::size_t at) {
  const char high = byte_at(text, at), low = byte_at(text, at + 1);
  if (!is_ascii_hex_digit(high) || !is_ascii_hex_digit(low)) return std::nullopt;
  return static_cast<char>((hex_digit_value(high) << kBitsADigit) | hex_digit_value(low));
}

std::string decoded(std::string_view text) {
  std::string bytes;
  bytes.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::optional<char> escaped = text[i] == '%' ? byte_of_digits(text, i + 1) : std::nullopt;
    bytes += escaped ? *escaped : text[i] == '+' ? ' ' : text[i];
    if (escaped) i += kEscapeDigits;
  }
  return repair_utf8(bytes).text;
}

bool is_unreserved(char c) {
  constexpr std::string_view kSigns = "-._~";
  return is_ascii_letter_or_digit(c) || kSigns.find(c) != std::string_view::npos;
}

}  // namespace

std::optional<Target> parse_target(std::string_view target) {
  if (target.empty() || target.front() != '/') return std::nullopt;
  target = target.substr(0, target.find('#'));
  Target parsed;
  parsed.path = take_part(target, "?");
  while (!target.empty()) {
    std::string_view part = take_part(target, "&");
    if (part.empty()) continue;
    if (parsed.parameters.size() == kMostParameters) return std::nullopt;
    std::string name = decoded(take_part(part, "="));
    parsed.parameters.push_back({std::move(name), decoded(part)});
  }
  return parsed;
}

std::string encoded(std::string_view text) {
  std::string written;
  for (const char c : text) {
    if (is_unreserved(c))
      written += c;
    else
      append_percent_escape(c, written);
  }
  return written;
}

}  // namespace timbao
