// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace timbao {

/// What stands for a byte that is no UTF-8.
inline constexpr char32_t kReplacement = 0xFFFD;

/// One code point as read from text, and the bytes it took (1 to 4).
struct CodePoint {
  char32_t value;
  std::uint32_t length;
};

/// Reads the code point at byte `at` (which must be below text.size()).
///
///   read_code_point("Đảng", 0) == {U+0110, 2}
///
/// Returns  for ill-formed UTF-8: U+FFFD and the length of the maximal ill-formed part (Unicode 15, section 3.9, U+FFFD
///          substitution of maximal subparts), so reading always goes forward.
/// Errors   none.
CodePoint read_code_point(std::string_view text, std::size_t at);

/// Appends a code point as UTF-8.
void append_code_point(std::string& text, char32_t code_point);

/// Text with every ill-formed part replaced by U+FFFD, and how many there were.
struct RepairedText {
  std::string text;
  std::size_t replaced = 0;
};

/// Makes any bytes well-formed UTF-8: "ch\xFFo" -> "ch\uFFFDo", 1 replaced.
RepairedText repair_utf8(std::string_view bytes);

/// The length of the longest well-formed beginning, in bytes; text.size() when all of it is well-formed.
std::size_t well_formed_prefix(std::string_view text);

/// How many code points the text holds: the unit of JSON `marks` and of `tokens` offsets.
std::size_t count_code_points(std::string_view text);

/// The longest beginning of at most `limit_bytes` bytes that ends at a code point's end.
std::string_view cut_at_code_point(std::string_view text, std::size_t limit_bytes);

}  // namespace timbao
