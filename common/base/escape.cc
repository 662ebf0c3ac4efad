// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/base/escape.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <cstring>
#include <utility>

#include "common/base/ascii.h"
#include "common/base/utf8.h"

namespace timbao {
namespace {

/// Letters behind a backslash, and what they stand for.
constexpr std::array<std::pair<char, char>, 4> kShortEscapes{{{'t', '\t'}, {'n', '\n'}, {'r', '\r'}, {'\\', '\\'}}};

std::uint8_t unsigned_at(std::string_view text, std::size_t at) { return static_cast<std::uint8_t>(byte_at(text, at)); }

bool is_from_to(std::uint8_t byte, std::uint8_t first, std::uint8_t last) { return byte >= first && byte <= last; }

/// Whether a control begins with byte `a` before `b` and `c`.
bool begins_control(std::uint8_t a, std::uint8_t b, std::uint8_t c) {
  if (a < 0x80) return a < 0x20 || a == 0x7F;
  if (a == 0xC2) return is_from_to(b, 0x80, 0x9F);
  if (a == 0xD8) return b == 0x9C;
  if (a != 0xE2) return false;
  if (b == 0x80) return is_from_to(c, 0x8E, 0x8F) || is_from_to(c, 0xA8, 0xAE);
  return b == 0x81 && is_from_to(c, 0xA6, 0xA9);
}

/// Sixteen bytes that are compared at once; gcc and clang make it one register, or several where a machine has none so
/// wide.
using Block = std::uint8_t __attribute__((vector_size(16)));

/// Whether one of the sixteen bytes can begin a control; true for some that cannot.
bool may_begin_control(const char* bytes) {
  constexpr std::uint8_t kSpace = 0x20, kDelete = 0x7F, kArabic = 0xD8, kGeneral = 0xE2;
  constexpr std::uint8_t kC1ToGeneral = 0x20;  // the bit that makes C2 an E2
  Block block;
  std::memcpy(&block, bytes, sizeof block);
  const auto found = (block < kSpace) | (block == kDelete) | (block == kArabic) | ((block | kC1ToGeneral) == kGeneral);
  std::array<std::uint64_t, 2> halves{};
  std::memcpy(halves.data(), &found, sizeof found);
  return (halves[0] | halves[1]) != 0;
}

/// "\u202e"; every control is below U+10000.
void append_unicode_escape(std::string& text, char32_t value) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  text += "\\u";
  for (const unsigned shift : {12U, 8U, 4U, 0U}) text += kDigits[(value >> shift) & 0xFU];
}

/// As a letter behind a backslash where it has one, else as its number.
void append_escape(std::string& text, char32_t value) {
  for (const auto& [letter, character] : kShortEscapes) {
    if (static_cast<char32_t>(character) != value) continue;
    text += '\\';
    text += letter;
    return;
  }
  append_unicode_escape(text, value);
}

/// Appends what the \uXXXX at `at` stands for; returns the bytes it took, 0 where it is no such escape.
std::size_t append_unicode(std::string& text, std::string_view line, std::size_t at) {
  const std::uint32_t high = unicode_escape_at(line, at);
  if (high == kNoUnicodeEscape || is_low_surrogate(high)) return 0;
  if (!is_high_surrogate(high)) {
    append_code_point(text, high);
    return kUnicodeEscapeBytes;
  }
  const std::uint32_t low = unicode_escape_at(line, at + kUnicodeEscapeBytes);
  if (!is_low_surrogate(low)) return 0;
  append_code_point(text, 0x10000U + ((high - 0xD800U) << 10U) + (low - 0xDC00U));
  return 2 * kUnicodeEscapeBytes;
}

/// Appends what the backslash at `at` begins; returns the bytes it took.
std::size_t append_unescaped(std::string& text, std::string_view line, std::size_t at) {
  for (const auto& [letter, character] : kShortEscapes) {
    if (byte_at(line, at + 1) != letter) continue;
    text += character;
    return 2;
  }
  if (const std::size_t taken = append_unicode(text, line, at); taken > 0) return taken;
  text += '\\';
  return 1;
}

}  // namespace

std::uint32_t unicode_escape_at(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(std::min(at, text.size()));
  if (!starts_with(rest, "\\u") || rest.size() < kUnicodeEscapeBytes) return kNoUnicodeEscape;
  std::uint32_t value = 0;
  const char* const end = rest.data() + kUnicodeEscapeBytes;
  const std::from_chars_result read = std::from_chars(rest.data() + 2, end, value, 16);
  return read.ec == std::errc() && read.ptr == end ? value : kNoUnicodeEscape;
}

Control control_at(std::string_view text, std::size_t at) {
  const std::uint8_t a = unsigned_at(text, at), b = unsigned_at(text, at + 1), c = unsigned_at(text, at + 2);
  if (!begins_control(a, b, c)) return {};
  if (a < 0x80) return {a, 1};
  const char32_t last = b & 0x3FU;
  if (a < 0xE0) return {((a & 0x1FU) << 6U) | last, 2};
  return {((a & 0x0FU) << 12U) | (last << 6U) | (c & 0x3FU), 3};
}

std::size_t find_control(std::string_view text, std::size_t from) {
  constexpr std::size_t kBlock = sizeof(Block);
  for (std::size_t at = from; at < text.size(); at += kBlock) {
    if (at + kBlock <= text.size() && !may_begin_control(text.data() + at)) continue;
    for (std::size_t i = at; i < std::min(at + kBlock, text.size()); ++i)
      if (begins_control(unsigned_at(text, i), unsigned_at(text, i + 1), unsigned_at(text, i + 2))) return i;
  }
  return text.size();
}

bool is_bidi_control(char32_t value) {
  return value == 0x061C || value == 0x200E || value == 0x200F || (value >= 0x202A && value <= 0x202E) ||
         (value >= 0x2066 && value <= 0x2069);
}

std::string escape_line(std::string_view text) {
  std::string line;
  line.reserve(text.size());
  std::size_t at = 0;
  if (starts_with(text, kByteOrderMark)) {
    append_unicode_escape(line, 0xFEFF);
    at = kByteOrderMark.size();
  }
  std::size_t control = find_control(text, at), slash = std::min(text.find('\\', at), text.size());
  while (at < text.size()) {
    const std::size_t end = std::min(slash, control);
    line += text.substr(at, end - at);
    if (end == text.size()) break;
    if (end == control) {
      const Control found = control_at(text, end);
      append_escape(line, found.value);
      at = end + found.length;
      control = find_control(text, at);
    } else {
      append_escape(line, U'\\');
      at = end + 1;
      slash = std::min(text.find('\\', at), text.size());
    }
  }
  return line;
}

std::string unescape_line(std::string_view line) {
  std::string text;
  text.reserve(line.size());
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t end = std::min(line.find('\\', at), line.size());
    text += line.substr(at, end - at);
    at = end < line.size() ? end + append_unescaped(text, line, end) : end;
  }
  return text;
}

std::string escape_json(std::string json) {
  std::size_t control = find_control(json);
  if (control == json.size()) return json;
  std::string escaped;
  escaped.reserve(json.size() + json.size() / 16);
  std::size_t at = 0;
  for (; control < json.size(); control = find_control(json, at)) {
    escaped.append(json, at, control - at);
    const Control found = control_at(json, control);
    append_unicode_escape(escaped, found.value);
    at = control + found.length;
  }
  return escaped.append(json, at);
}

}  // namespace timbao
