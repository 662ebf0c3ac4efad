// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/charset/single_bytes.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "common/base/utf8.h"

namespace timbao {
namespace {

constexpr unsigned kFirstOf1252 = 0x80;

/// The characters of the bytes from 0x80 on where Windows-1252 is not Latin-1.
constexpr std::array<char32_t, 32> k1252{U'€', 0x81, U'‚', U'ƒ', U'„', U'…', U'†', U'‡', U'ˆ', U'‰', U'Š',
                                         U'‹', U'Œ', 0x8D, U'Ž', 0x8F, 0x90, U'‘', U'’', U'“', U'”', U'•',
                                         U'–', U'—', U'˜', U'™', U'š', U'›', U'œ', 0x9D, U'ž', U'Ÿ'};

}  // namespace

std::optional<unsigned char> single_byte(char32_t character) {
  if (character < 0x100) return static_cast<unsigned char>(character);
  const auto* const found = std::find(k1252.begin(), k1252.end(), character);
  if (found == k1252.end()) return std::nullopt;
  return static_cast<unsigned char>(kFirstOf1252 + static_cast<unsigned>(std::distance(k1252.begin(), found)));
}

char32_t windows1252_character(unsigned char byte) {
  return byte >= kFirstOf1252 && byte < kFirstOf1252 + k1252.size() ? k1252.at(byte - kFirstOf1252) : byte;
}

std::optional<std::string> single_bytes(std::string_view text) {
  std::string bytes;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint next = read_code_point(text, at);
    const std::optional<unsigned char> byte = single_byte(next.value);
    if (!byte) return std::nullopt;
    bytes += static_cast<char>(*byte);
    at += next.length;
  }
  return bytes;
}

}  // namespace timbao
