// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "indexer/input/charset/charset.h"

namespace timbao::test {

/// A text as it would stand in a charset: the other way round than decode().
///
///   encoded("Việt", Charset::tcvn3) == "Vi\xD6t"     encoded("Việt", Charset::vni) == "Vie\xE4t"
///
/// Takes    a text in NFC whose characters the charset has; others become "?". TCVN3 has no capitals with marks, so the
///          small letter stands for them.
std::string encoded(std::string_view utf8, Charset charset);

/// A text as it would stand in VIQR: encoded_viqr("Việt") == "Vie^.t"; empty where a letter is not of Vietnamese.
std::string encoded_viqr(std::string_view utf8);

/// What bytes are when they are taken for Latin-1, or for Windows-1252, and written as UTF-8: a page that was converted
/// wrongly.
///
///   as_latin1("Vi\xD6t") == "ViÖt"     as_windows1252("\xE1\xBB\x87") == "á»‡"
std::string as_latin1(std::string_view bytes);
std::string as_windows1252(std::string_view bytes);

}  // namespace timbao::test
