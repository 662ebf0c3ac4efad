// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/text/python_texts.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "common/base/ascii.h"
#include "common/base/utf8.h"
#include "indexer/input/text/plain_text.h"

namespace timbao {
namespace {

constexpr std::string_view kBrackets = "[](){}";  // each opening one before its closing one

/// An escape of one character and what it stands for.
struct Escape {
  char name, meaning;
};
constexpr std::array<Escape, 6> kEscapes{
    {{'n', '\n'}, {'t', '\t'}, {'r', '\r'}, {'\\', '\\'}, {'\'', '\''}, {'"', '"'}}};

/// Appends the code point of \xXX or \uXXXX, of which `digits` hexadecimal digits follow. Returns whether they do.
bool append_number(std::string_view digits, std::size_t count, std::string& text) {
  unsigned code_point = 0;
  if (digits.size() < count) return false;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + count, code_point, 16);
  if (error != std::errc() || end != digits.data() + count) return false;
  const bool is_surrogate = code_point >= 0xD800 && code_point < 0xE000;
  append_code_point(text, is_surrogate || code_point == 0 ? kReplacement : static_cast<char32_t>(code_point));
  return true;
}

/// Reads what follows a backslash. Returns how many bytes that are; 0 where it is no escape.
std::size_t append_escape(std::string_view behind, std::string& text) {
  const char name = byte_at(behind, 0);
  const std::size_t digits = name == 'x' ? 2 : name == 'u' ? 4 : 0;
  if (digits > 0) return append_number(behind.substr(1), digits, text) ? digits + 1 : 0;
  const auto* const escape =
      std::find_if(kEscapes.begin(), kEscapes.end(), [name](const Escape& row) { return row.name == name; });
  if (behind.empty() || escape == kEscapes.end()) return 0;
  text += escape->meaning;
  return 1;
}

/// Reads a string from its opening quote on, and takes it off the text. Returns nothing where it is not closed.
std::optional<std::string> take_string(std::string_view& rest) {
  const char quote = rest.front();
  std::string text;
  for (std::size_t at = 1; at < rest.size(); ++at) {
    if (rest[at] == quote) {
      rest.remove_prefix(at + 1);
      return text;
    }
    const std::size_t escaped = rest[at] == '\\' ? append_escape(rest.substr(at + 1), text) : 0;
    at += escaped;
    if (escaped == 0) text += rest[at];
  }
  return std::nullopt;
}

bool begins_string(std::string_view text) { return starts_with(text, "'") || starts_with(text, "\""); }

}  // namespace

std::optional<std::vector<std::string>> python_texts(std::string_view text) {
  text = trim(text);
  const std::size_t bracket = text.empty() ? std::string_view::npos : kBrackets.find(text.front());
  if (bracket == std::string_view::npos || bracket % 2 == 1 || text.back() != kBrackets[bracket + 1])
    return std::nullopt;
  std::string_view rest = trim(text.substr(1, text.size() - 2));
  std::vector<std::string> texts;
  while (begins_string(rest)) {
    std::optional<std::string> taken = take_string(rest);
    if (!taken) return std::nullopt;
    texts.push_back(*std::move(taken));
    rest = trim(rest);
    if (!starts_with(rest, ",")) break;
    rest = trim(rest.substr(1));
  }
  const bool is_list = rest.empty() && (!texts.empty() || text == "[]");
  return is_list ? std::optional(std::move(texts)) : std::nullopt;
}

}  // namespace timbao
