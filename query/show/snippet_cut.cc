// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/show/snippet_cut.h"

#include <algorithm>
#include <string_view>

#include "common/base/utf8.h"
#include "common/text/columns.h"
#include "common/text/letters.h"

namespace timbao {
namespace {

constexpr std::string_view kEllipsis = "…";

/// What a snippet shows of a text.
struct Shown {
  std::size_t begin = 0, end = 0;  ///< bytes of the text
  std::size_t skipped = 0;         ///< code points of the text before them
  std::size_t tokens_end = 0;      ///< code points of the text up to the end of what is shown of tokens
};

/// At most so many code points of a text that begins with a letter, ending with a letter too.
std::string_view letters_of(std::string_view text, std::size_t limit_chars) {
  const std::string_view cut = cut_at_letter(text, limit_chars);
  std::size_t end = 0;
  for (std::size_t at = 0; at < cut.size();) {
    const CodePoint c = read_code_point(cut, at);
    at += c.length;
    const LetterClass kind = class_of(c.value);
    if (kind == LetterClass::letter || kind == LetterClass::digit) end = at;
  }
  return cut.substr(0, end);
}

/// The byte that is so many code points before byte `at`, or the beginning of the text.
std::size_t back_by(std::string_view text, std::size_t at, std::size_t chars) {
  for (; chars > 0 && at > 0; --chars) at = code_point_before(text, at);
  return at;
}

/// Where the snippet begins if `before` code points may stand before the matches: at the beginning of a sentence if one
/// begins there, else as early as there is room.
std::size_t first_token(const MatchedText& text, const Stretch& stretch, std::size_t before) {
  const std::vector<Token>& tokens = text.tokens.tokens;
  const std::size_t most = chars_of(text, {stretch.first, stretch.last}) + before;
  std::size_t first = stretch.first, sentence = stretch.first;
  while (first > 0 && chars_of(text, {first - 1, stretch.last}) <= most) {
    --first;
    if (first == 0 || tokens[first].gap >= Gap::sentence) sentence = first;
  }
  const bool begins_a_sentence = sentence == 0 || tokens[sentence].gap >= Gap::sentence;
  return begins_a_sentence ? sentence : first;
}

/// The tokens of a snippet: those of the stretch, and around them as many as there is room for.
TokenRange tokens_around(const MatchedText& text, const Stretch& stretch, std::size_t limit_chars) {
  const std::vector<Token>& tokens = text.tokens.tokens;
  const std::size_t used = chars_of(text, {stretch.first, stretch.last});
  const std::size_t before = limit_chars > used ? (limit_chars - used) / 3 : 0;
  TokenRange range{first_token(text, stretch, before), stretch.last};
  while (range.last + 1 < tokens.size() && chars_of(text, {range.first, range.last + 1}) <= limit_chars) ++range.last;
  while (range.first > 0 && chars_of(text, {range.first - 1, range.last}) <= limit_chars) --range.first;
  // No joined form is cut in two: one for which there is no room is left out whole.
  const auto is_cut_before = [&](std::size_t token) {
    return token < tokens.size() && tokens[token].gap == Gap::joined;
  };
  while (range.last > stretch.last && is_cut_before(range.last + 1)) --range.last;
  while (range.first < stretch.first && is_cut_before(range.first)) ++range.first;
  return range;
}

/// What is shown where the tokens need more room than there is: a single match or word that is too long.
Shown cut_short(const MatchedText& text, const TokenRange& range, std::size_t limit_chars) {
  const std::vector<Token>& tokens = text.tokens.tokens;
  const std::size_t begin = tokens[range.first].begin, skipped = text.chars[range.first];
  const std::string_view letters =
      letters_of(text.part.text.substr(begin, tokens[range.last].end - begin), limit_chars);
  return {begin, begin + letters.size(), skipped, skipped + count_well_formed(letters)};
}

/// What is shown where the tokens fit. What stands before the first token of a text and behind its last one holds no
/// words and may be of any length: it gets the room that is left.
Shown with_ends(const MatchedText& text, const TokenRange& range, std::size_t limit_chars) {
  const std::string_view all = text.part.text;
  const std::vector<Token>& tokens = text.tokens.tokens;
  const std::size_t chars = chars_of(text, range);
  Shown shown{tokens[range.first].begin, tokens[range.last].end, text.chars[range.first], 0};
  shown.tokens_end = shown.skipped + chars;
  const bool from_start = text.part.begins_text && range.first == 0;
  const bool to_end = text.part.ends_text && range.last + 1 == tokens.size();
  const std::size_t room = limit_chars - chars;
  const std::size_t before = from_start ? shown.skipped : 0;
  const std::size_t behind = to_end ? count_well_formed(all.substr(shown.end)) : 0;
  const std::size_t before_shown = std::min(before, std::max(room / 3, room - std::min(room, behind)));
  shown.begin = before_shown == before && from_start ? 0 : back_by(all, shown.begin, before_shown);
  shown.end += cut_at_letter(all.substr(shown.end), std::min(behind, room - before_shown)).size();
  shown.skipped -= before_shown;
  return shown;
}

}  // namespace

HighlightedText cut_snippet(const MatchedText& text, const Stretch& stretch, std::size_t limit_chars) {
  const TokenRange range = tokens_around(text, stretch, limit_chars);
  const bool fits = chars_of(text, range) <= limit_chars;
  const Shown shown = fits ? with_ends(text, range, limit_chars) : cut_short(text, range, limit_chars);
  HighlightedText snippet;
  const std::size_t shift = shown.begin > 0 || !text.part.begins_text ? 1 : 0;
  if (shift > 0) snippet.text = kEllipsis;
  snippet.text += text.part.text.substr(shown.begin, shown.end - shown.begin);
  if (shown.end < text.part.text.size() || !text.part.ends_text) snippet.text += kEllipsis;
  std::replace(snippet.text.begin(), snippet.text.end(), '\n', ' ');
  for (const CharRange& match : highlights_of(text, range)) {
    const std::size_t end = std::min(match.end, shown.tokens_end);
    if (match.begin < end)
      snippet.highlights.push_back({match.begin - shown.skipped + shift, end - shown.skipped + shift});
  }
  return snippet;
}

}  // namespace timbao
