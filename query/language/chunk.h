// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "common/index/schema.h"
#include "common/text/tokenize.h"
#include "query/language/lex.h"

namespace timbao {

/// The smallest questions of the query language: what is a space, a bracket, an operator at one place of a text. A
/// chunk is what stands between spaces, quotes and brackets. None of these functions can fail.

bool is_query_space(char32_t c);    ///< spaces and line ends of every kind
bool is_query_bracket(char32_t c);  ///< ( and )

/// The text's beginning up to a space, quote or bracket: "đảng)" -> "đảng".
std::string_view chunk_of(std::string_view text);

/// A filter's value without quotes: to a space, a quote, or a bracket that closes none of its own: "a(1))" -> "a(1)".
std::string_view filter_value_of(std::string_view text);

/// AND, OR and NOT.
struct Keyword {
  std::string_view typed, as_word;
  ItemKind kind;
};
/// The keyword that a chunk is; nullptr: none.
const Keyword* keyword_of(std::string_view chunk);

/// What a text begins with. Beyond ASCII the tokenizer knows what a letter is.
enum class Beginning : std::uint8_t { letter, digit, neither };
Beginning beginning_of(std::string_view text, Tokenizer& tokenizer);
bool begins_with_word(std::string_view text, Tokenizer& tokenizer);

/// "title:" at the beginning of a text; its length is 0 where there is none.
struct FieldName {
  Field field = Field::title;
  std::size_t length = 0;
};
FieldName field_name_of(std::string_view text);

/// The text without spaces and line ends at its ends; each stretch of them elsewhere is one space.
std::string in_single_spaces(std::string_view text);

/// The same for what stands in quotes: quotes within are spaces too.
std::string as_phrase(std::string_view text);

/// The same for bare words: brackets are spaces too, and what only looks like an operator is set apart, so that reading
/// the result again finds words alone: "title:x AND" -> "title: x and".
std::string as_bare_words(std::string_view text, Tokenizer& tokenizer);

}  // namespace timbao
