// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "indexer/input/charset/charset.h"

namespace timbao {

/// A text in UTF-8, and how many bytes of it could not be what the charset has: each is U+FFFD.
struct DecodedText {
  std::string text;
  std::size_t impossible = 0;
};

/// Turns a text into UTF-8.
///
///   decode("Vi\xD6t Nam", Charset::tcvn3).text == "Việt Nam"
///   decode("Vie\xE4t Nam", Charset::vni).text == "Việt Nam"
///
/// Takes    any bytes.
/// Returns  well-formed UTF-8; letters that were written as base letter and tone are one code point (NFC) where the
///          charset is Windows-1258.
/// Errors   none.
/// Source   legacy_letters.h, and the converters of ICU. Covered by decode_test and charset_fuzz.
DecodedText decode(std::string_view bytes, Charset charset);

}  // namespace timbao
