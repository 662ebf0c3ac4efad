// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/show/matches.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "common/base/utf8.h"
#include "query/language/extras.h"

namespace timbao {
namespace {

std::vector<std::size_t> chars_before_tokens(std::string_view text, const TokenizedText& tokens) {
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

void add_match(MatchedText& text, const TokenRange& tokens, std::vector<HighlightId> words) {
  const std::size_t begin = text.chars[tokens.first];
  text.matches.push_back({tokens.first, tokens.last, begin, begin + chars_of(text, tokens), 0, std::move(words)});
}

/// What the scanner would find in a text.
ScannedArticle scanned_text(const MatchedText& text, Field field, const SequenceScanner& scanner) {
  ScannedArticle scanned;
  std::vector<std::uint32_t> paragraphs;
  paragraphs.reserve(text.tokens.tokens.size());
  for (const Token& token : text.tokens.tokens)
    paragraphs.push_back((paragraphs.empty() ? 0 : paragraphs.back()) + (token.gap == Gap::paragraph ? 1 : 0));
  const auto add = [&](std::size_t place, std::size_t span, std::string_view folded, std::string_view exact) {
    FoundToken token;
    if (!scanner.find(folded, exact, token)) return;
    token.place = static_cast<std::uint32_t>(place);
    token.paragraph = paragraphs[place];
    token.span = static_cast<std::uint16_t>(span);
    token.field = field;
    scanned.found.push_back(token);
  };
  for (std::size_t i = 0; i < text.tokens.tokens.size(); ++i)
    add(i, 1, text.tokens.tokens[i].word->folded, text.tokens.tokens[i].word->exact);
  for (const Extra& extra : text.tokens.extras)
    if (is_reading(extra) && extra.count > 1) add(extra.first, extra.count, extra.folded, extra.exact);
  std::stable_sort(scanned.found.begin(), scanned.found.end(),
                   [](const FoundToken& a, const FoundToken& b) { return a.place < b.place; });
  return scanned;
}

void find_matches(MatchedText& text, Field field, const ArticleWords& words) {
  const ScannedArticle scanned = scanned_text(text, field, words.scanner());
  for (const FoundToken& token : scanned.found) {
    std::vector<HighlightId> matched = words.matched_by(token);
    if (!matched.empty()) add_match(text, {token.place, token.place + token.span - std::size_t{1}}, std::move(matched));
  }
  const std::size_t of_words = text.matches.size();
  for (ArticleWords::AlternativePlace& found : words.alternatives_in(scanned))
    add_match(text, {found.place.first, found.place.end - std::size_t{1}}, std::move(found.words));
  if (text.matches.size() == of_words) return;
  std::stable_sort(text.matches.begin(), text.matches.end(),
                   [](const MatchPlace& a, const MatchPlace& b) { return a.first < b.first; });
}

}  // namespace

ArticleWords::ArticleWords(const QueryWeights& weights, const SequenceScanner& scanner, const ScannedArticle& scanned,
                           MeantReadings meant)
    : weights_(weights),
      scanner_(scanner),
      scanned_(scanned),
      meant_(std::move(meant)),
      first_of_(scanner.groups(), weights.highlighted.end_id()),
      next_of_(weights.highlighted.size()),
      has_typed_(weights.highlighted.size()) {
  for (std::size_t left = weights.highlighted.size(); left > 0; --left) {
    const HighlightId word(left - 1);
    HighlightId& first = first_of_[scanner.group_of(weights.highlighted[word].word)];
    next_of_[word] = first;
    first = word;
  }
  for (const FoundToken& token : scanned.found)
    each_word_of(token.group, [&](HighlightId word) {
      if (scanner.is_any_reading(token, weights.highlighted[word].word) && is_typed(token, word))
        has_typed_[word] = true;
    });
}

bool ArticleWords::is_typed(const FoundToken& token, HighlightId word) const {
  const WordWeight& weight = weights_.highlighted[word];
  if (token.span > 1 || token.reading == FoundToken::kPlain) return true;
  return weight.by_reading ? scanner_.has_typed_reading(token, weight.word) : is_meant(token, word);
}

bool ArticleWords::is_meant(const FoundToken& token, HighlightId word) const {
  if (word.value() >= meant_.size() || meant_[word].empty()) return true;
  return std::find(meant_[word].begin(), meant_[word].end(), token.reading) != meant_[word].end();
}

std::vector<HighlightId> ArticleWords::matched_by(const FoundToken& token) const {
  std::vector<HighlightId> words;
  each_word_of(token.group, [&](HighlightId word) {
    if (scanner_.is_any_reading(token, weights_.highlighted[word].word) && (!has_typed_[word] || is_typed(token, word)))
      words.push_back(word);
  });
  return words;
}

std::vector<ArticleWords::AlternativePlace> ArticleWords::alternatives_in(const ScannedArticle& scanned) const {
  std::vector<AlternativePlace> places;
  if (weights_.alternatives.empty()) return places;
  FoundTokens found;
  found.assign(scanned, scanner_.groups());
  PhraseMatcher phrases(scanner_);
  for (const AlternativeWeight& alternative : weights_.alternatives) {
    std::vector<HighlightId> words;
    for (const WeightId word : alternative.words) words.emplace_back(word.value());
    for (const StandingPlace& place : phrases.places(alternative.phrase, found)) places.push_back({place, words});
  }
  return places;
}

MatchedText match_text(const TextPart& part, Field field, const ArticleWords& words, Tokenizer& tokenizer) {
  MatchedText text;
  text.part = part;
  text.tokens = tokenizer.tokenize(part.text);
  text.chars = chars_before_tokens(part.text, text.tokens);
  find_matches(text, field, words);
  return text;
}

std::size_t chars_of(const MatchedText& text, const TokenRange& tokens) {
  const Token& token = text.tokens.tokens[tokens.last];
  const std::string_view word = text.part.text.substr(token.begin, token.end - token.begin);
  return text.chars[tokens.last] + count_well_formed(word) - text.chars[tokens.first];
}

std::vector<CharRange> highlights_of(const MatchedText& text, const TokenRange& tokens) {
  std::vector<CharRange> highlights;
  for (const MatchPlace& match : text.matches) {
    if (match.first < tokens.first || match.last > tokens.last) continue;
    if (!highlights.empty() && match.begin <= highlights.back().end)
      highlights.back().end = std::max(highlights.back().end, match.end);
    else
      highlights.push_back({match.begin, match.end});
  }
  return highlights;
}

}  // namespace timbao
