// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/show/highlighter.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "query/show/snippet_cut.h"

namespace timbao {
namespace {

constexpr double kCharsAToken = 4.5;  // of Vietnamese news, with what stands between two tokens
constexpr double kEnough = 0.9;       // of the value that the token sequence tells

/// The best stretch so far, and the text that it stands in.
struct BestStretch {
  Stretch stretch;
  MatchedText text;
};

}  // namespace

HighlightedText ArticleHighlighter::title(const Article& article) const {
  const MatchedText title = match_text({article.title}, Field::title, words_, tokenizer_);
  const std::size_t tokens = title.tokens.tokens.size();
  return {article.title, tokens == 0 ? std::vector<CharRange>() : highlights_of(title, {0, tokens - 1})};
}

HighlightedText ArticleHighlighter::snippet(const Article& article, std::size_t limit_chars) const {
  if (limit_chars == 0) return {};
  BestStretch best;
  const auto consider = [&](const TextPart& part, Field field) {
    MatchedText text = match_text(part, field, words_, tokenizer_);
    if (text.tokens.tokens.empty()) return;
    const Stretch stretch = best_stretch(text.matches, words_.weights(), limit_chars);
    if (stretch.value > best.stretch.value) best = {stretch, std::move(text)};
  };
  consider({article.lead}, Field::lead);
  const Stretch likely = likely_stretch_of_body(limit_chars);
  if (likely.value > best.stretch.value)
    consider(part_around(article.body, likely, limit_chars, tokenizer_), Field::body);
  // Where the words of the body are longer than most, the stretch that was found in a part may fall short of the best.
  if (best.stretch.value < kEnough * likely.value) consider({article.body}, Field::body);
  if (best.stretch.value < 0) consider({article.title}, Field::title);
  if (best.stretch.value < 0) return {};
  return cut_snippet(best.text, best.stretch, limit_chars);
}

/// Where the best stretch of the body probably is. It is told by the token sequence, which has no lengths: all tokens
/// count as equally long.
Stretch ArticleHighlighter::likely_stretch_of_body(std::size_t limit_chars) const {
  const auto chars = [](std::size_t tokens) {
    return static_cast<std::size_t>(kCharsAToken * static_cast<double>(tokens));
  };
  const ScannedArticle& scanned = words_.scanned();
  std::vector<MatchPlace> matches;
  matches.reserve(scanned.found.size());
  for (const FoundToken& token : scanned.found) {
    if (token.field != Field::body) continue;
    const std::size_t end = token.place + std::size_t{token.span};
    std::vector<HighlightId> words = words_.matched_by(token);
    if (!words.empty())
      matches.push_back({token.place, end - 1, chars(token.place), chars(end), token.paragraph - scanned.body_paragraph,
                         std::move(words)});
  }
  const std::size_t of_words = matches.size();
  for (ArticleWords::AlternativePlace& found : words_.alternatives_in(scanned))
    if (found.place.field == Field::body)
      matches.push_back({found.place.first, found.place.end - std::size_t{1}, chars(found.place.first),
                         chars(found.place.end), found.place.paragraph - scanned.body_paragraph,
                         std::move(found.words)});
  if (matches.size() > of_words)
    std::stable_sort(matches.begin(), matches.end(),
                     [](const MatchPlace& a, const MatchPlace& b) { return a.first < b.first; });
  return best_stretch(matches, words_.weights(), limit_chars);
}

}  // namespace timbao
