// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/base/utf8.h"

#include <algorithm>

namespace timbao {
namespace {

unsigned byte_of(std::string_view text, std::size_t at) { return static_cast<unsigned char>(text[at]); }

/// What a lead byte says of its code point: its own bits, how many bytes follow, and the range of the first of them
/// (Unicode table 3-7).
struct Lead {
  char32_t bits;
  unsigned following;
  unsigned second_least, second_most;
};

Lead lead_of(unsigned byte) {
  if (byte < 0xC2) return {0, 0, 0, 0};
  if (byte < 0xE0) return {byte & 0x1FU, 1, 0x80, 0xBF};
  if (byte < 0xF0) return {byte & 0x0FU, 2, byte == 0xE0 ? 0xA0U : 0x80U, byte == 0xED ? 0x9FU : 0xBFU};
  if (byte < 0xF5) return {byte & 0x07U, 3, byte == 0xF0 ? 0x90U : 0x80U, byte == 0xF4 ? 0x8FU : 0xBFU};
  return {0, 0, 0, 0};
}

}  // namespace

CodePoint read_code_point(std::string_view text, std::size_t at) {
  const unsigned first = byte_of(text, at);
  if (first < 0x80) return {first, 1};
  const Lead lead = lead_of(first);
  char32_t value = lead.bits;
  unsigned least = lead.second_least, most = lead.second_most;
  for (unsigned i = 1; i <= lead.following; ++i) {
    if (at + i >= text.size() || byte_of(text, at + i) < least || byte_of(text, at + i) > most)
      return {kReplacement, i};
    value = (value << 6U) | (byte_of(text, at + i) & 0x3FU);
    least = 0x80;
    most = 0xBF;
  }
  return lead.following == 0 ? CodePoint{kReplacement, 1} : CodePoint{value, lead.following + 1};
}

void append_code_point(std::string& text, char32_t code_point) {
  const auto put = [&text](char32_t byte) { text.push_back(static_cast<char>(static_cast<unsigned char>(byte))); };
  if (code_point < 0x80) {
    put(code_point);
  } else if (code_point < 0x800) {
    put(0xC0U | (code_point >> 6U));
    put(0x80U | (code_point & 0x3FU));
  } else if (code_point < 0x10000) {
    put(0xE0U | (code_point >> 12U));
    put(0x80U | ((code_point >> 6U) & 0x3FU));
    put(0x80U | (code_point & 0x3FU));
  } else {
    put(0xF0U | (code_point >> 18U));
    put(0x80U | ((code_point >> 12U) & 0x3FU));
    put(0x80U | ((code_point >> 6U) & 0x3FU));
    put(0x80U | (code_point & 0x3FU));
  }
}

std::size_t well_formed_prefix(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const CodePoint next = read_code_point(text, at);
    // U+FFFD itself is well-formed: three bytes that begin with EF.
    if (next.value == kReplacement && (next.length != 3 || byte_of(text, at) != 0xEF)) return at;
    at += next.length;
  }
  return at;
}

RepairedText repair_utf8(std::string_view bytes) {
  RepairedText repaired;
  repaired.text.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t good = well_formed_prefix(bytes.substr(at));
    repaired.text.append(bytes.substr(at, good));
    at += good;
    if (at == bytes.size()) break;
    append_code_point(repaired.text, kReplacement);
    ++repaired.replaced;
    at += read_code_point(bytes, at).length;
  }
  return repaired;
}

std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); at += read_code_point(text, at).length) ++count;
  return count;
}

std::size_t count_well_formed(std::string_view text) {
  const auto begins = [](char byte) { return !is_continuation(byte); };
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), begins));
}

std::size_t code_point_before(std::string_view text, std::size_t end) {
  do --end;
  while (end > 0 && is_continuation(text[end]));
  return end;
}

std::string_view cut_at_code_point(std::string_view text, std::size_t limit_bytes) {
  return text.size() <= limit_bytes ? text : text.substr(0, code_point_before(text, limit_bytes + 1));
}

}  // namespace timbao
