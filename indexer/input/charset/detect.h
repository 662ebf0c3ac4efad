// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

#include "indexer/input/charset/charset.h"

namespace timbao {

/// The charset of a text.
///
///   detect_charset("Vi\xD6t Nam, \xAE\xB6ng") == Charset::tcvn3     detect_charset("Việt Nam") == Charset::utf8
///
/// Well-formed UTF-8 is never looked at further, so it costs no more than before. Of other texts the charset is chosen
/// whose words read best (likeness.h); a few bytes that are wrong in a text of UTF-8 are a repair, and no other charset.
///
/// Takes    any bytes; of a long text only the beginning is looked at.
/// Returns  UTF-8 where no other charset is clearly better.
/// Errors   none.
/// Source   docs/encodings.md. Covered by detect_test and charset_fuzz; bench/charsets.py measures how often it is right.
Charset detect_charset(std::string_view bytes);

}  // namespace timbao
