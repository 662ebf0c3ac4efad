// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/article.h"
#include "common/text/tokenize.h"
#include "query/request/mention.h"
#include "query/show/field_text.h"
#include "query/show/mention_finder.h"

namespace timbao {

/// Tokens of a field, [first, end).
struct FieldTokens {
  std::size_t first = 0, end = 0;
};

/// A mention in the text of its field.
///
///   "Họp <Đảng bộ> xã."   marks {4, 11}, bytes and tokens of what matches and of what is shown around it
///
/// Source   covered by mentions_oracle_test.
struct TextMention {
  const FieldText& text;
  const MentionPlace& place;
  Field field = Field::title;
  std::size_t item = 0;  ///< the number of its text, in a field that is a list
  CharRange marks;       ///< code points of that text
  FieldTokens tokens;    ///< what matches
  /// Bytes of text: [left, begin) before it, [begin, end), [end, right).
  std::size_t left = 0, begin = 0, end = 0, right = 0;
};

/// Calls a function with each mention of an article, in the text where it stands.
///
///   each_mention(article, {finder.find(scanned), first_tokens(tokens)}, tokenizer, [](const TextMention& mention) { … });
///
/// Takes    an article; its mentions, in order, and where its fields begin in the token sequence; a tokenizer.
/// Errors   none: a mention that the text has not, in a damaged index, is passed over.
/// Source   docs/mentions.md. Covered by mentions_oracle_test.
struct PlacesOfArticle {
  std::vector<MentionPlace> mentions;
  std::array<std::uint32_t, kSearchedFields> first_tokens{};
};
void each_mention(const Article& article, const PlacesOfArticle& places, Tokenizer& tokenizer,
                  const std::function<void(const TextMention&)>& on_mention);

/// How many code points are shown before and behind a mention at most.
inline constexpr std::size_t kContextChars = 60;

/// The left, the match, the right and the reading of a mention, for people and programs; nothing of its article.
///
///   written_mention(mention).left == "họp của "
///
/// Returns  lines without line ends: what separates words is one space.
/// Errors   none.
/// Source   docs/mentions.md. Covered by mentions_oracle_test.
Mention written_mention(const TextMention& mention);

/// Every mention of an article, by field.
///
///   marks_of(article, {finder.find(scanned), first_tokens(tokens)}, finder.words(), tokenizer).title[0].range
///
/// Takes    as each_mention(), and the words of the finder.
/// Errors   none.
/// Source   as each_mention().
ArticleMarks marks_of(const Article& article, const PlacesOfArticle& places, std::vector<MarkedWord> words,
                      Tokenizer& tokenizer);

}  // namespace timbao
