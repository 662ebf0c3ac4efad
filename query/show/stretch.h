// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "common/text/tokenize.h"
#include "query/plan/weights.h"

namespace timbao {

/// A token, or a whole, that matches.
struct MatchPlace {
  std::size_t first = 0, last = 0;  ///< tokens
  std::size_t begin = 0, end = 0;   ///< code points
  std::uint32_t paragraph = 0;
  std::vector<HighlightId> words;
};

/// What stands from one match to another.
struct Stretch {
  std::size_t first = 0, last = 0;  ///< tokens
  std::size_t chars = 0;            ///< its length in code points
  std::uint32_t first_paragraph = 0, last_paragraph = 0;
  double value = -1;  ///< idf of its distinct words, and half as much again where two stand as in the query
};

/// The stretch of at most `limit_chars` that is worth most; the first of equals. Nothing of value 0 without matches.
///
/// Takes    places by their first tokens. A single match may be longer than the limit.
Stretch best_stretch(const std::vector<MatchPlace>& places, const QueryWeights& weights, std::size_t limit_chars);

/// Whole lines of a text.
struct TextPart {
  std::string_view text;
  bool begins_text = true, ends_text = true;
};

/// The paragraphs of a stretch, and as many behind it as a snippet of `limit_chars` may take in; where the text ends
/// first, as many before it.
///
/// Takes    paragraphs counted from 0; they are the lines that hold a token.
/// Returns  all of the text where it has no such paragraphs.
TextPart part_around(std::string_view text, const Stretch& stretch, std::size_t limit_chars, Tokenizer& tokenizer);

}  // namespace timbao
