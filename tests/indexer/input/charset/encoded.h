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

}  // namespace timbao::test
