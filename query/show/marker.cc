// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/show/marker.h"

#include <algorithm>

#include "common/base/utf8.h"
#include "common/text/columns.h"
#include "common/text/letters.h"

namespace timbao {
namespace {

constexpr std::string_view kEllipsis = "…";
constexpr double kCharsAToken = 4.5;  // of Vietnamese news, with what stands between two
constexpr double kEnough = 0.9;       // of the value that the token sequence promises

std::vector<std::size_t> chars_before(std::string_view text, const TokenizedText& tokens) {
  std::vector<std::size_t> chars;
  chars.reserve(tokens.tokens.size());
  std::size_t at = 0, count = 0;
  for (const Token& token : tokens.tokens) {
    count += count_well_formed(text.substr(at, token.begin - at));
    at = token.begin;
    chars.push_back(count);
  }
  return chars;
}

/// At most so many code points of a text that begins with a letter, ending with a letter too.
std::string_view letters_of(std::string_view text, std::size_t limit_chars) {
  const std::string_view kept = cut_at_letter(text, limit_chars);
  std::size_t end = 0;
  for (std::size_t at = 0; at < kept.size();) {
    const CodePoint c = read_code_point(kept, at);
    at += c.length;
    const LetterClass kind = class_of(c.value);
    if (kind == LetterClass::letter || kind == LetterClass::digit) end = at;
  }
  return kept.substr(0, end);
}

/// The byte that is so many code points before byte `at`.
std::size_t back_by(std::string_view text, std::size_t at, std::size_t chars) {
  for (; chars > 0 && at > 0; --chars) at = code_point_before(text, at);
  return at;
}

}  // namespace

void TextMarker::read(const ScannedArticle& scanned) {
  scanned_ = &scanned;
  typed_.assign(weights_.highlighted.size(), false);
  for (const FoundToken& token : scanned.found)
    for (const HighlightId word : typed_.ids())
      if (scanner_.is_any_reading(token, weights_.highlighted[word].word) && is_typed(token, word)) typed_[word] = true;
}

bool TextMarker::is_typed(const FoundToken& token, HighlightId word) const {
  const WordWeight& weight = weights_.highlighted[word];
  return !weight.by_reading || token.span > 1 || token.reading == FoundToken::kPlain ||
         scanner_.has_typed_reading(token, weight.word);
}

TextMarker::Text TextMarker::read_text(const TextPart& part, Field field) {
  Text read;
  read.part = part;
  read.tokens = tokenizer_.tokenize(part.text);
  read.chars = chars_before(part.text, read.tokens);
  find_places(read, field);
  return read;
}

void TextMarker::find_places(Text& text, Field field) const {
  FoundToken token;
  token.field = field;
  for (std::size_t i = 0; i < text.tokens.tokens.size(); ++i) {
    const Word& word = *text.tokens.tokens[i].word;
    if (scanner_.find(word.folded, word.exact, token)) add_place(text, token, i, i);
  }
  for (const Extra& extra : text.tokens.extras) {
    const bool is_whole = extra.kind == ExtraKind::whole || extra.kind == ExtraKind::range;
    if (!is_whole || extra.count < 2 || !scanner_.find(extra.folded, extra.exact, token)) continue;
    token.span = static_cast<std::uint16_t>(extra.count);
    add_place(text, token, extra.first, extra.first + extra.count - std::size_t{1});
    token.span = 1;
  }
  std::stable_sort(text.places.begin(), text.places.end(),
                   [](const MatchPlace& a, const MatchPlace& b) { return a.first < b.first; });
}

void TextMarker::add_place(Text& text, const FoundToken& token, std::size_t first, std::size_t last) const {
  std::vector<HighlightId> words = words_of(token);
  const std::size_t begin = text.chars[first];
  if (!words.empty())
    text.places.push_back({first, last, begin, begin + length_of(text, first, last), 0, std::move(words)});
}

/// Where a word stands as it was typed, its other readings are not marked.
std::vector<HighlightId> TextMarker::words_of(const FoundToken& token) const {
  std::vector<HighlightId> words;
  for (const HighlightId word : weights_.highlighted.ids())
    if (scanner_.is_any_reading(token, weights_.highlighted[word].word) && (!typed_[word] || is_typed(token, word)))
      words.push_back(word);
  return words;
}

HighlightedText TextMarker::marked_title(const Article& article) {
  const Text title = read_text({article.title}, Field::title);
  const std::size_t tokens = title.tokens.tokens.size();
  return {article.title, tokens == 0 ? std::vector<CharRange>() : marks_of(title, 0, tokens - 1)};
}

HighlightedText TextMarker::snippet(const Article& article, std::size_t limit_chars) {
  if (limit_chars == 0) return {};
  Text best_text;
  Stretch best;
  const auto consider = [&](const TextPart& part, Field field) {
    Text text = read_text(part, field);
    if (text.tokens.tokens.empty()) return;
    const Stretch stretch = best_stretch(text.places, weights_, limit_chars);
    if (stretch.value <= best.value) return;
    best = stretch;
    best_text = std::move(text);
  };
  consider({article.lead}, Field::lead);
  const Stretch promised = stretch_of_body(limit_chars);
  if (promised.value > best.value) consider(part_around(article.body, promised, limit_chars, tokenizer_), Field::body);
  if (best.value < kEnough * promised.value) consider({article.body}, Field::body);  // words were longer than most
  if (best.value < 0) consider({article.title}, Field::title);
  if (best.value < 0) return {};
  return cut(best_text, widened(best_text, best, limit_chars), limit_chars);
}

/// What the token sequence promises: as if all its tokens were of one length.
Stretch TextMarker::stretch_of_body(std::size_t limit_chars) const {
  const auto chars = [](std::size_t tokens) {
    return static_cast<std::size_t>(kCharsAToken * static_cast<double>(tokens));
  };
  std::vector<MatchPlace> places;
  places.reserve(scanned_->found.size());
  for (const FoundToken& token : scanned_->found) {
    if (token.field != Field::body) continue;
    const std::size_t end = token.place + std::size_t{token.span};
    std::vector<HighlightId> words = words_of(token);
    if (!words.empty())
      places.push_back({token.place, end - 1, chars(token.place), chars(end),
                        token.paragraph - scanned_->body_paragraph, std::move(words)});
  }
  return best_stretch(places, weights_, limit_chars);
}

std::size_t TextMarker::length_of(const Text& text, std::size_t first, std::size_t last) {
  const Token& token = text.tokens.tokens[last];
  const std::string_view word = text.part.text.substr(token.begin, token.end - token.begin);
  return text.chars[last] + count_well_formed(word) - text.chars[first];
}

/// Takes in what stands around, as far as it fits: a third of the room before the matches, back to a sentence's
/// beginning if one is near, the rest behind.
TextMarker::Window TextMarker::widened(const Text& text, const Stretch& stretch, std::size_t limit_chars) {
  const std::vector<Token>& tokens = text.tokens.tokens;
  Window window{stretch.first, stretch.last};
  const std::size_t used = length_of(text, window.first, window.last);
  const std::size_t before = limit_chars > used ? (limit_chars - used) / 3 : 0;
  std::size_t sentence = window.first;
  while (window.first > 0 && length_of(text, window.first - 1, stretch.last) <= used + before) {
    --window.first;
    if (window.first == 0 || tokens[window.first].gap >= Gap::sentence) sentence = window.first;
  }
  const bool begins_a_sentence = sentence == 0 || tokens[sentence].gap >= Gap::sentence;
  if (begins_a_sentence) window.first = sentence;
  while (window.last + 1 < tokens.size() && length_of(text, window.first, window.last + 1) <= limit_chars)
    ++window.last;
  while (window.first > 0 && length_of(text, window.first - 1, window.last) <= limit_chars) --window.first;
  // No joined form is cut in two: what there is no room for stays out whole.
  const auto is_cut_before = [&](std::size_t token) {
    return token < tokens.size() && tokens[token].gap == Gap::joined;
  };
  while (window.last > stretch.last && is_cut_before(window.last + 1)) --window.last;
  while (window.first < stretch.first && is_cut_before(window.first)) ++window.first;
  return window;
}

/// What a snippet shows of a text. The tokens of a window fit the limit, or are a single match or word that is longer:
/// that is cut. What stands before the first token of a text and behind its last one may be of any length, and gets the
/// room that is left.
TextMarker::Shown TextMarker::shown_of(const Text& text, const Window& window, std::size_t limit_chars) {
  const std::string_view all = text.part.text;
  const std::vector<Token>& tokens = text.tokens.tokens;
  const std::size_t chars = length_of(text, window.first, window.last);
  Shown shown{tokens[window.first].begin, tokens[window.last].end, text.chars[window.first], 0};
  shown.tokens_end = shown.skipped + chars;
  if (chars > limit_chars) {
    const std::string_view kept = letters_of(all.substr(shown.begin, shown.end - shown.begin), limit_chars);
    shown.end = shown.begin + kept.size();
    shown.tokens_end = shown.skipped + count_well_formed(kept);
    return shown;
  }
  const bool from_start = text.part.begins_text && window.first == 0;
  const bool to_end = text.part.ends_text && window.last + 1 == tokens.size();
  const std::size_t room = limit_chars - chars;
  const std::size_t before = from_start ? shown.skipped : 0;
  const std::size_t behind = to_end ? count_well_formed(all.substr(shown.end)) : 0;
  const std::size_t before_shown = std::min(before, std::max(room / 3, room - std::min(room, behind)));
  shown.begin = before_shown == before && from_start ? 0 : back_by(all, shown.begin, before_shown);
  shown.end += cut_at_letter(all.substr(shown.end), std::min(behind, room - before_shown)).size();
  shown.skipped -= before_shown;
  return shown;
}

HighlightedText TextMarker::cut(const Text& text, const Window& window, std::size_t limit_chars) {
  const Shown shown = shown_of(text, window, limit_chars);
  HighlightedText snippet;
  const std::size_t shift = shown.begin > 0 || !text.part.begins_text ? 1 : 0;
  if (shift > 0) snippet.text = kEllipsis;
  snippet.text += text.part.text.substr(shown.begin, shown.end - shown.begin);
  if (shown.end < text.part.text.size() || !text.part.ends_text) snippet.text += kEllipsis;
  std::replace(snippet.text.begin(), snippet.text.end(), '\n', ' ');
  for (const CharRange& mark : marks_of(text, window.first, window.last)) {
    const std::size_t end = std::min(mark.end, shown.tokens_end);
    if (mark.begin < end)
      snippet.highlights.push_back({mark.begin - shown.skipped + shift, end - shown.skipped + shift});
  }
  return snippet;
}

/// Marks of the matches that lie between two tokens; those that touch are one.
std::vector<CharRange> TextMarker::marks_of(const Text& text, std::size_t first, std::size_t last) {
  std::vector<CharRange> marks;
  for (const MatchPlace& place : text.places) {
    if (place.first < first || place.last > last) continue;
    if (!marks.empty() && place.begin <= marks.back().end)
      marks.back().end = std::max(marks.back().end, place.end);
    else
      marks.push_back({place.begin, place.end});
  }
  return marks;
}

}  // namespace timbao
