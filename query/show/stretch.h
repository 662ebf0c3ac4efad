// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "common/text/tokenize.h"
#include "query/plan/weights.h"

namespace timbao {

/// A match in a text: one token that a word of the query matches, or several joined tokens that match as a whole.
struct MatchPlace {
  std::size_t first = 0, last = 0;  ///< tokens of the text
  std::size_t begin = 0, end = 0;   ///< code points of the text
  std::uint32_t paragraph = 0;      ///< counted from 0 over the lines that hold a token
  std::vector<HighlightId> words;   ///< that it matches, in the order of the query
};

/// A part of a text that begins with a match and ends with one.
struct Stretch {
  std::size_t first = 0, last = 0;  ///< tokens of the text
  std::size_t chars = 0;            ///< its length in code points
  std::uint32_t first_paragraph = 0, last_paragraph = 0;
  double value = -1;  ///< what best_stretch() compares; -1 where there is no text at all
};

/// The stretch of at most `limit_chars` code points that is worth most: where most of the query stands.
///
///   best_stretch(text.matches, weights, 200).first   the token that the stretch begins with
///
/// A stretch is worth the idf of the distinct words in it, and half the idf of a word once more for each match directly
/// behind the word that stands before it in the query.
///
/// Takes    the matches, ordered by their first tokens; the weights, for the idf of each word.
/// Returns  the first of several that are worth the same; a stretch of value 0 where nothing matches. A single match
///          may be longer than the limit.
/// Errors   none. The time grows in proportion to the number of matches.
/// Source   covered by stretch_test, which compares it with the definition, and by snippet_property_test.
Stretch best_stretch(const std::vector<MatchPlace>& matches, const QueryWeights& weights, std::size_t limit_chars);

/// Some whole lines of a text.
struct TextPart {
  std::string_view text;
  bool begins_text = true;  ///< no line of the text stands before them
  bool ends_text = true;    ///< no line of the text stands behind them
};

/// The lines of a text in which a stretch stands, with enough lines around it to fill a snippet: those behind it, and
/// those before it only where the text ends too early. So a long body is not cut into tokens as a whole.
///
///   part_around(article.body, stretch, 200, tokenizer).text   the paragraph of the stretch, and perhaps the next one
///
/// Takes    a stretch whose paragraphs count the lines that hold a token, from 0.
/// Returns  the whole text where it has no such paragraphs, as in a damaged index.
/// Errors   none.
/// Threads  one Tokenizer a thread.
/// Source   covered by stretch_test.
TextPart part_around(std::string_view text, const Stretch& stretch, std::size_t limit_chars, Tokenizer& tokenizer);

}  // namespace timbao
