// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "query/front/archive.h"

namespace timbao {

/// The characters that end a word of a query that is being typed: what stands between two of them is completed as a
/// whole.
inline constexpr std::string_view kQueryWordBreaks = " \t\n\"()";

/// A text that ends in a word: what stands before the word, and the word.
struct SplitAtWord {
  std::string_view before, word;
};

/// Splits a text before the word that it ends in: `ngân sa` into "ngân " and "sa".
///
/// Errors   none.
SplitAtWord split_at_word(std::string_view text);

/// What can stand in place of the last word of a query.
struct QueryCompletion {
  std::string text;            ///< it replaces the whole word
  std::uint32_t articles = 0;  ///< how many articles of the archive have it; 0 where it is the name of a field
};

/// Completes the word at the end of a query: a field, a name, or a word of the archive.
///
///   complete_query("ti", archive)               title:, tiếng, tiền, …
///   complete_query("title:dan", archive)        title:đảng, title:dân, …
///   complete_query("source:\"báo t", archive)   tỉnh"
///
/// Takes    the query up to the cursor, in any normal form.
/// Returns  the best first; nothing where there is nothing to complete, as at the end of a query that ends in a space.
/// Errors   those of the archive.
/// Source   docs/prompt.md; the words are those of Archive::complete, the fields those of kFields. Covered by
///          completer_test.
std::vector<QueryCompletion> complete_query(std::string_view query, const Archive& archive);

}  // namespace timbao
