// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace timbao {

/// The code point that stands for a part of a text that is no UTF-8.
inline constexpr char32_t kReplacement = 0xFFFD;

/// The bytes EF BB BF. Programs of Windows write them before a text; they are not a part of it.
inline constexpr std::string_view kByteOrderMark = "\uFEFF";

/// One code point as read from text, and the bytes it took (1 to 4).
struct CodePoint {
  char32_t value;
  std::uint32_t length;
};

/// Reads the code point at byte `at`.
///
///   read_code_point("Đảng", 0) == {U+0110, 2}     read_code_point("\xC4", 0) == {U+FFFD, 1}
///
/// Takes    any bytes, and a place in them that is below text.size().
/// Returns  for ill-formed UTF-8: U+FFFD and the length of the maximal ill-formed part, which is at least 1, so that a
///          reader always goes forward.
/// Errors   none.
/// Source   Unicode 15, section 3.9: table 3-7, and "U+FFFD substitution of maximal subparts". Covered by utf8_test,
///          which reads every code point, and by the standard's own examples of ill-formed text.
CodePoint read_code_point(std::string_view text, std::size_t at);

/// Appends a code point as UTF-8: append_code_point(text, 0x110) appends "Đ".
///
/// Takes    a code point below U+110000 that is no surrogate; what it appends of another is not well-formed.
void append_code_point(std::string& text, char32_t code_point);

/// A text in which every ill-formed part is replaced by U+FFFD, and how many parts that were.
struct RepairedText {
  std::string text;
  std::size_t replaced = 0;
};

/// Makes well-formed UTF-8 of any bytes: "ch\xFFo" -> "ch\uFFFDo", 1 replaced.
///
/// Returns  text that is read as the bytes were: repairing changes no result of read_code_point(). A U+FFFD that stood
///          there already is not counted.
/// Errors   none.
RepairedText repair_utf8(std::string_view bytes);

/// The length of the longest well-formed beginning, in bytes: well_formed_prefix("ch\xFFo") == 2; text.size() where all
/// of the text is well-formed.
std::size_t well_formed_prefix(std::string_view text);

/// How many code points a text holds, the unit of JSON `marks` and of `tokens` offsets: count_code_points("Đảng") == 4.
/// An ill-formed part counts as the one U+FFFD that it is read as.
std::size_t count_code_points(std::string_view text);

/// The same of well-formed text, several times as quick; of ill-formed text another number.
std::size_t count_well_formed(std::string_view text);

/// Whether a byte is the second, third or fourth of a code point: the byte A3 of "ả" is one, its first byte E1 is not.
constexpr bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

/// Where the code point begins that ends at byte `end`: code_point_before("Đảng", 5) == 2.
///
/// Takes    a place from 1 to text.size().
/// Returns  of ill-formed text the nearest place before `end` at which no continuation byte stands, or 0.
std::size_t code_point_before(std::string_view text, std::size_t end);

/// The longest beginning of at most `limit_bytes` bytes that ends where a code point ends:
/// cut_at_code_point("Đảng", 3) == "Đ".
std::string_view cut_at_code_point(std::string_view text, std::size_t limit_bytes);

}  // namespace timbao
