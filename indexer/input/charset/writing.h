// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "common/base/named_values.h"

namespace timbao {

/// How a stretch of a text was written, where the text around it may be written in another way.
enum class Writing : std::uint8_t {
  as_it_stands,
  utf8_twice,  ///< the bytes of UTF-8 were taken for Latin-1 or Windows-1252 and written as UTF-8 again: "Ä‘" for "đ"
  utf8_thrice,  ///< the same once more
  windows1258,  ///< and from here on: the bytes of a charset, or what Latin-1 or Windows-1252 has at these bytes
  tcvn3,
  tcvn5712,
  vni,
  vps,
  viscii,
  bkhcm1,
  bkhcm2,
};

/// The names in messages.
inline constexpr std::array<NamedValue<Writing>, 11> kWritingNames{{
    {Writing::as_it_stands, "Unicode"},
    {Writing::utf8_twice, "UTF-8 that was encoded twice"},
    {Writing::utf8_thrice, "UTF-8 that was encoded three times"},
    {Writing::windows1258, "windows-1258"},
    {Writing::tcvn3, "tcvn3"},
    {Writing::tcvn5712, "tcvn5712"},
    {Writing::vni, "vni"},
    {Writing::vps, "vps"},
    {Writing::viscii, "viscii"},
    {Writing::bkhcm1, "bkhcm1"},
    {Writing::bkhcm2, "bkhcm2"},
}};
static_assert(covers_every_value<kWritingNames>());
inline constexpr std::size_t kWritings = kWritingNames.size();

/// The way of writing that has the name of a charset: writing_of("vni") == Writing::vni; as_it_stands for other names.
constexpr Writing writing_of(std::string_view charset_name) {
  for (const auto& row : kWritingNames)
    if (row.name == charset_name) return row.value;
  return Writing::as_it_stands;
}

/// What of a text stands for the bytes of a charset: its bytes where it is no UTF-8; else its characters, which are those
/// that Latin-1 or Windows-1252 has at these bytes.
enum class Units : std::uint8_t { bytes, characters };

/// units_of("Vi\xD6t") == Units::bytes     units_of("ViÖt") == Units::characters
Units units_of(std::string_view text);

/// Whether a stretch of a text of bytes is a word of news in UTF-8, of two letters or more. Hardly ever are the bytes of
/// another charset one.
bool is_word_of_utf8(std::string_view stretch);

/// What a stretch says in a way of writing.
struct StretchReading {
  std::string text;
  bool is_unmistakable = false;  ///< three or more characters are the bytes of one of UTF-8, which is no accident
};

/// Reads a stretch of letters (stretches.h) in a way of writing.
///
///   read_stretch("§¹i", Writing::tcvn3, Units::characters)->text == "Đại"
///   read_stretch("Vi\xD6t", Writing::tcvn3, Units::bytes)->text == "Việt"
///   read_stretch("Ä‘á»‹nh", Writing::utf8_twice, Units::characters)->text == "định"
///   read_stretch("định", Writing::tcvn3, Units::characters) is nothing
///
/// Takes    a stretch of any bytes, and the units of the whole text: in a text of bytes a stretch may be UTF-8 by
///          accident.
/// Returns  well-formed UTF-8; nothing where the stretch cannot be written so.
/// Errors   none.
/// Source   decode.h; docs/encodings.md. Covered by restore_test and charset_fuzz.
std::optional<StretchReading> read_stretch(std::string_view stretch, Writing writing, Units units);

}  // namespace timbao
