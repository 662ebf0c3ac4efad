// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

#include "indexer/input/charset/charset.h"

namespace timbao {

/// The charset of a text, and how well it reads in it.
struct DetectedCharset {
  Charset charset = Charset::utf8;
  double share = 0;  ///< of its words beyond ASCII that are Vietnamese, where the charset is not UTF-8
  Charset doubted =
      Charset::utf8;  ///< the charset that such a text as this may be in, but it has too few words to tell
};

/// Finds the charset of a text.
///
///   detect_charset("Vi\xD6t Nam, \xAE\xB6ng b\xE9").charset == Charset::tcvn3
///   detect_charset("Việt Nam").charset == Charset::utf8
///
/// Well-formed UTF-8 is never looked at further, so it costs no more than before. Of other texts the charset is chosen
/// whose words read best (likeness.h); a few bytes that are wrong in a text of UTF-8 are a repair, and no other charset.
///
/// Takes    any bytes; of a long text only the beginning is looked at.
/// Returns  UTF-8 where no other charset is clearly better, where two words are all that there is, or where the words of
///          ASCII beside those are of another language.
/// Errors   none.
/// Source   docs/encodings.md. Covered by detect_test and charset_fuzz; bench/charsets.py measures how often it is right.
DetectedCharset detect_charset(std::string_view bytes);

}  // namespace timbao
