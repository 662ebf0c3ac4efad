// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/snippet.h"

#include <algorithm>

#include "common/text/utf8.h"

namespace timbao {
namespace {

constexpr double kNeighbourBonus = 0.5;  // of a word's idf, where the word before it in the query stands before it here
constexpr std::string_view kEllipsis = "…";

std::vector<std::size_t> chars_before(std::string_view text, const TokenizedText& tokens) {
  std::vector<std::size_t> chars;
  chars.reserve(tokens.tokens.size());
  std::size_t at = 0, count = 0;
  for (const Token& token : tokens.tokens) {
    count += count_code_points(text.substr(at, token.begin - at));
    at = token.begin;
    chars.push_back(count);
  }
  return chars;
}

}  // namespace

void TextMarker::read(const ScannedArticle& scanned) {
  typed_.assign(weights_.marked.size(), false);
  for (const FoundToken& token : scanned.found)
    for (std::size_t word = 0; word < typed_.size(); ++word)
      if (scanner_.is_any_reading(token, weights_.marked[word].word) && is_typed(token, word)) typed_[word] = true;
}

bool TextMarker::is_typed(const FoundToken& token, std::size_t word) const {
  const WordWeight& weight = weights_.marked[word];
  return !weight.by_reading || token.span > 1 || token.reading == FoundToken::kPlain ||
         scanner_.has_typed_reading(token, weight.word);
}

TextMarker::Text TextMarker::read_text(const std::string& text, Field field) {
  Text read;
  read.text = text;
  read.tokens = tokenizer_.tokenize(text);
  read.chars = chars_before(text, read.tokens);
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
                   [](const Place& a, const Place& b) { return a.first < b.first; });
}

/// Where a word stands as it was typed, its other readings are not marked.
void TextMarker::add_place(Text& text, const FoundToken& token, std::size_t first, std::size_t last) const {
  Place place{first, last, {}};
  for (std::size_t word = 0; word < weights_.marked.size(); ++word)
    if (scanner_.is_any_reading(token, weights_.marked[word].word) && (!typed_[word] || is_typed(token, word)))
      place.words.push_back(word);
  if (!place.words.empty()) text.places.push_back(std::move(place));
}

MarkedText TextMarker::marked_title(const Article& article) {
  const Text title = read_text(article.title, Field::title);
  const std::size_t tokens = title.tokens.tokens.size();
  return {article.title, tokens == 0 ? std::vector<CharRange>() : marks_of(title, 0, tokens - 1)};
}

MarkedText TextMarker::snippet(const Article& article, std::size_t limit_chars) {
  if (limit_chars == 0) return {};
  Text best_text;
  Window best;
  const auto consider = [&](Text text) {
    if (text.tokens.tokens.empty()) return;
    const Window window = best_window(text, limit_chars);
    if (window.value <= best.value) return;
    best = window;
    best_text = std::move(text);
  };
  consider(read_text(article.lead, Field::lead));
  consider(read_text(article.body, Field::body));
  if (best.value < 0) consider(read_text(article.title, Field::title));
  if (best.value < 0) return {};
  return cut(best_text, widened(best_text, best, limit_chars));
}

std::size_t TextMarker::length_of(const Text& text, std::size_t first, std::size_t last) {
  const Token& token = text.tokens.tokens[last];
  const std::string_view word = text.text.substr(token.begin, token.end - token.begin);
  return text.chars[last] + count_code_points(word) - text.chars[first];
}

/// The stretch from match to match that holds most idf; the first of equals.
TextMarker::Window TextMarker::best_window(const Text& text, std::size_t limit_chars) const {
  Window best{0, 0, 0};
  const std::vector<Place>& places = text.places;
  for (std::size_t first = 0, last = 0; first < places.size(); ++first) {
    last = std::max(last, first);
    while (last + 1 < places.size() && length_of(text, places[first].first, places[last + 1].last) <= limit_chars)
      ++last;
    const double value = value_of(text, first, last);
    if (value > best.value) best = {places[first].first, places[last].last, value};
  }
  return best;
}

double TextMarker::value_of(const Text& text, std::size_t first_place, std::size_t last_place) const {
  std::vector<bool> seen(weights_.marked.size());
  double value = 0;
  for (std::size_t i = first_place; i <= last_place; ++i) {
    const Place& place = text.places[i];
    for (const std::size_t word : place.words) {
      if (!seen[word]) value += weights_.marked[word].idf;
      seen[word] = true;
      if (i == first_place || text.places[i - 1].last + 1 != place.first) continue;
      const std::vector<std::size_t>& before = text.places[i - 1].words;
      if (word > 0 && std::find(before.begin(), before.end(), word - 1) != before.end())
        value += kNeighbourBonus * weights_.marked[word].idf;
    }
  }
  return value;
}

/// Takes in what stands around, as far as it fits: a third of the room before the matches, back to a sentence's
/// beginning if one is near, the rest behind.
TextMarker::Window TextMarker::widened(const Text& text, Window window, std::size_t limit_chars) {
  const std::vector<Token>& tokens = text.tokens.tokens;
  const std::size_t used = length_of(text, window.first, window.last);
  const std::size_t before = limit_chars > used ? (limit_chars - used) / 3 : 0;
  const std::size_t matched_first = window.first, matched_last = window.last;
  std::size_t sentence = window.first;
  while (window.first > 0 && length_of(text, window.first - 1, matched_last) <= used + before) {
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
  while (window.last > matched_last && is_cut_before(window.last + 1)) --window.last;
  while (window.first < matched_first && is_cut_before(window.first)) ++window.first;
  return window;
}

MarkedText TextMarker::cut(const Text& text, const Window& window) {
  const std::vector<Token>& tokens = text.tokens.tokens;
  const bool from_start = window.first == 0, to_end = window.last + 1 == tokens.size();
  const std::size_t begin = from_start ? 0 : tokens[window.first].begin;
  const std::size_t end = to_end ? text.text.size() : tokens[window.last].end;
  MarkedText snippet;
  if (!from_start) snippet.text = kEllipsis;
  snippet.text += text.text.substr(begin, end - begin);
  if (!to_end) snippet.text += kEllipsis;
  std::replace(snippet.text.begin(), snippet.text.end(), '\n', ' ');
  snippet.marks = marks_of(text, window.first, window.last);
  const std::size_t skipped = count_code_points(text.text.substr(0, begin));
  const std::size_t shift = from_start ? 0 : 1;
  for (CharRange& mark : snippet.marks) mark = {mark.begin - skipped + shift, mark.end - skipped + shift};
  return snippet;
}

/// Marks of the matches that lie between two tokens; those that touch are one.
std::vector<CharRange> TextMarker::marks_of(const Text& text, std::size_t first, std::size_t last) {
  std::vector<CharRange> marks;
  for (const Place& place : text.places) {
    if (place.first < first || place.last > last) continue;
    const std::size_t begin = text.chars[place.first];
    const std::size_t end = begin + length_of(text, place.first, place.last);
    if (!marks.empty() && begin <= marks.back().end)
      marks.back().end = std::max(marks.back().end, end);
    else
      marks.push_back({begin, end});
  }
  return marks;
}

}  // namespace timbao
