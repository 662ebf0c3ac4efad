// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "common/index/schema.h"
#include "common/text/tokenize.h"
#include "query/language/item.h"

namespace timbao {

/// A chunk of a query is a stretch without spaces, quotes and brackets. The functions below say what a text begins
/// with: a chunk, a keyword, a field, a word.
///
/// All of them take well-formed UTF-8 and have no errors.
///
/// Source   docs/query-language.md. Covered by parse_test and fuzz/parse_fuzz.

/// The beginning of a text up to the first space, quote or bracket.
///
///   chunk_of("đảng) họp") == "đảng"
///
/// Returns  "" where the text begins with one of these.
std::string_view chunk_of(std::string_view text);

/// The value of a filter that is typed without quotes: the beginning of a text up to the first space or quote, or up
/// to a bracket that closes none within the value.
///
///   filter_value_of("a(1))") == "a(1)"
///   filter_value_of("2018 họp") == "2018"
std::string_view filter_value_of(std::string_view text);

/// One of the operators AND, OR and NOT.
struct Keyword {
  std::string_view typed;    ///< "AND": only capitals are an operator
  std::string_view as_word;  ///< "and": its spelling where it is only a word
  ItemKind kind;
};

/// The keyword that a chunk is.
///
///   keyword_of("OR")->kind == ItemKind::either
///
/// Takes    a whole chunk: "ORB" is no keyword.
/// Returns  nullptr where it is none.
const Keyword* keyword_of(std::string_view chunk);

/// What a text begins with.
enum class Beginning : std::uint8_t { letter, digit, neither };

/// Tells whether a text begins with a letter, a digit or neither.
///
///   beginning_of("đảng", tokenizer) == Beginning::letter
///
/// Takes    the tokenizer, which decides what a letter is beyond ASCII, so that the parser and the index agree.
Beginning beginning_of(std::string_view text, Tokenizer& tokenizer);

/// Whether a text begins with a letter or a digit, so that a word begins there.
bool begins_with_word(std::string_view text, Tokenizer& tokenizer);

/// The name of a field, with its colon, at the beginning of a text.
struct FieldName {
  Field field = Field::title;
  std::size_t length = 0;  ///< in bytes, with the colon; 0: the text begins with no field
};

/// The field that a text begins with.
///
///   field_name_of("title:họp").length == 6
///   field_name_of("Title:họp").length == 0   names are written in small letters
///
/// Returns  a length of 0 where there is none. Whether the field has a value is not looked at.
FieldName field_name_of(std::string_view text);

/// A text without the spaces at its ends, and with one space for each other stretch of spaces and line ends.
///
///   in_single_spaces("  báo \n tỉnh") == "báo tỉnh"
std::string in_single_spaces(std::string_view text);

/// The same for the inside of a phrase, where quotes of other kinds count as spaces.
///
///   as_phrase("họp «kín» ở") == "họp kín ở"
std::string as_phrase(std::string_view text);

}  // namespace timbao
