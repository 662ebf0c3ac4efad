// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/token.h"

namespace timbao {

/// A stretch of a query that may be the keys of one syllable: letters, digits and the signs of VIQR.
///
///   tie^'ng Viejt,   {0, 2, "tie^'ng", "tie^'ng", 0}, {2, 1, "Viejt", "viejt", 0}
struct TypedChunk {
  /// The tokens that it holds, all of them whole.
  std::size_t first = 0, count = 0;
  std::string_view typed;  ///< as typed, from the beginning of its first token
  std::string keys;        ///< canonical
  /// How many bytes of it stand behind its last token: signs at the end, as in "to^".
  std::size_t bytes_behind = 0;
};

/// Cuts the text of a words node into chunks.
///
/// Takes    the text, and the tokens that were cut from it.
/// Returns  the chunks in order. What holds no whole token, or only a part of one ("5 700"), is left out.
/// Errors   none: ill-formed bytes separate.
/// Source   docs/variants.md, "Typing". Covered by typing_test and fuzz/typing_fuzz.
std::vector<TypedChunk> typed_chunks(std::string_view value, const TokenizedText& text);

}  // namespace timbao
