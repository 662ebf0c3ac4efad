// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace timbao {

/// The most bytes that a varint has: 64 bits in groups of seven.
inline constexpr std::size_t kMostVarintBytes = 10;

/// Appends a number as a varint: groups of seven bits, the lowest first, each but the last with its high bit set.
///
///   append_varint(bytes, 5) appends 05     append_varint(bytes, 300) appends AC 02
///
/// Takes    any number.
/// Returns  in `bytes` 1 byte more for a number below 128, at most kMostVarintBytes more.
/// Source   LEB128 (DWARF 5, section 7.6), which is also how Xapian packs numbers. The index holds such numbers:
///          docs/index-format.md, "Stored text". Covered by varint_test and varint_fuzz.
void append_varint(std::string& bytes, std::uint64_t number);

/// Takes the varint off the front of `bytes`.
///
///   std::string_view bytes("\xAC\x02x", 3);
///   take_varint(bytes) == 300     // and `bytes` is "x"
///
/// Takes    any bytes, damaged ones too.
/// Returns  the number. Nothing where the bytes end before it does, or where it has more than 64 bits; `bytes` is then
///          as it was. A number in more bytes than it needs is read all the same.
/// Errors   none: whoever reads an index says what is damaged.
std::optional<std::uint64_t> take_varint(std::string_view& bytes);

/// Appends a text behind its length, so that another value can follow: append_sized(bytes, "ab") appends 02 'a' 'b'.
void append_sized(std::string& bytes, std::string_view text);

/// Takes such a text off the front of `bytes`.
///
/// Returns  the text, which points into the bytes. Nothing where the length or the text is cut short; `bytes` may then
///          have lost the length.
std::optional<std::string_view> take_sized(std::string_view& bytes);

}  // namespace timbao
