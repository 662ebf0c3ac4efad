// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "common/text/tokenize.h"
#include "query/language/asked_words.h"

namespace timbao {

/// A weight behind an operand: ^ and a number.
struct WeightSign {
  double weight = 1;
  std::size_t length = 0;  ///< in bytes, with the ^; 0: no weight stands there
};

/// Reads the weight that a text begins with.
///
///   weight_at("^2 họp") is {2, 2}     weight_at("^0,5)") is {0.5, 4}     weight_at("^2nd") is {1, 0}
///
/// Takes    what stands behind a word, a phrase or a closing bracket.
/// Returns  a weight above 0 and of at most 100, behind which no letter, digit or other ^ stands. The number may have a
///          point or a comma and up to six digits on either side of it.
/// Errors   none.
/// Source   docs/query-language.md, "Weights". Covered by parse_operands_test and fuzz/parse_fuzz.
WeightSign weight_at(std::string_view text);

/// A chunk of a query, divided into a word and what stands behind it.
struct WordWithSuffix {
  std::string_view word;
  Extent extent = Extent::whole;  ///< beginning: * stands behind the word
  double weight = 1;
  /// Whether the chunk looks like a word with * or a weight and is none, so that it is text as it stands.
  enum class Doubt : std::uint8_t { none, star, weight } doubt = Doubt::none;

  [[nodiscard]] bool has_suffix() const { return extent == Extent::beginning || weight != 1; }
};

/// Divides a chunk.
///
///   split_suffix("chinh*")    chinh, beginning         split_suffix("dang^2")   dang, weight 2
///   split_suffix("chinh*^2")  chinh, beginning, 2      split_suffix("KT-XH^2")  KT-XH, weight 2
///   split_suffix("km^2")      km^2: a unit             split_suffix("ch*nh")    ch*nh, doubt star
///
/// * counts behind one word of at least two letters, and a weight behind words of at least two letters, without digits,
/// that are no unit of measurement. Punctuation behind them is left out.
///
/// Takes    a chunk (chunk.h); the tokenizer, which decides what a word is.
/// Returns  the whole chunk as the word where there is neither.
/// Errors   none.
/// Source   docs/query-language.md, "The beginning of a word" and "Weights". Covered by parse_operands_test and
///          fuzz/parse_fuzz.
WordWithSuffix split_suffix(std::string_view chunk, Tokenizer& tokenizer);

/// How many words may stand between the operands of a NEAR.
///
///   near_distance("NEAR") == 10     near_distance("NEAR/5") == 5     near_distance("NEAR/") has no value
///
/// Takes    a whole chunk.
/// Returns  nothing where it is no NEAR. More than kFarthest is kFarthest.
/// Errors   none.
/// Source   docs/query-language.md, "NEAR". Covered by parse_operands_test.
inline constexpr std::uint32_t kNearByDefault = 10, kFarthest = 1'000'000;
std::optional<std::uint32_t> near_distance(std::string_view chunk);

/// Whether a chunk is NEAR with something behind it that is no number: "NEAR/", "NEAR/x".
bool is_near_without_number(std::string_view chunk);

}  // namespace timbao
