// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "common/base/named_values.h"

namespace timbao {

/// How the bytes of a text stand for its letters. docs/encodings.md says where each comes from.
enum class Charset : std::uint8_t {
  utf8,
  windows1258,  ///< some letters as base letter and combining tone
  tcvn3,        ///< small letters of TCVN 5712, with the signs of Windows; capitals come from fonts of their own
  tcvn5712,     ///< all letters, some capitals among the control characters
  vni,          ///< most letters as base letter and mark: two bytes
  vps,
  viscii,
  bkhcm1,  ///< one byte a letter, some capitals at the places of ASCII signs
  bkhcm2,  ///< most letters as base letter and tone: two bytes
};

/// The names of the charsets in --charset, in messages and in the record of a file.
///
/// Source   docs/encodings.md; index_options_test compares --charset with this list.
inline constexpr std::array<NamedValue<Charset>, 9> kCharsetNames{{
    {Charset::utf8, "utf-8"},
    {Charset::windows1258, "windows-1258"},
    {Charset::tcvn3, "tcvn3"},
    {Charset::tcvn5712, "tcvn5712"},
    {Charset::vni, "vni"},
    {Charset::vps, "vps"},
    {Charset::viscii, "viscii"},
    {Charset::bkhcm1, "bkhcm1"},
    {Charset::bkhcm2, "bkhcm2"},
}};
static_assert(covers_every_value<kCharsetNames>());

/// The name of a charset: charset_name(Charset::vni) == "vni".
constexpr std::string_view charset_name(Charset charset) { return row_of_value(kCharsetNames, charset).name; }

}  // namespace timbao
