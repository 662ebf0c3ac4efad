// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/show/mention_order.h"

#include <array>
#include <vector>

#include "common/text/collate.h"
#include "common/text/written.h"

namespace timbao {
namespace {

constexpr std::size_t kMostCached = 50'000;

using Words = std::vector<std::string_view>;

Words words_before(const TextMention& mention) {
  const std::vector<Token>& tokens = mention.text.tokens();
  Words words;
  words.reserve(kContextChars / 2);
  for (std::size_t i = mention.tokens.first; i > 0 && tokens[i - 1].begin >= mention.left; --i)
    words.push_back(tokens[i - 1].word->exact);
  return words;
}

Words words_behind(const TextMention& mention) {
  const std::vector<Token>& tokens = mention.text.tokens();
  Words words;
  words.reserve(kContextChars / 2);
  for (std::size_t i = mention.tokens.end; i < tokens.size() && tokens[i].end <= mention.right; ++i)
    words.push_back(tokens[i].word->exact);
  return words;
}

Words words_of_match(const TextMention& mention) {
  const std::vector<Token>& tokens = mention.text.tokens();
  Words words;
  words.reserve(mention.tokens.end - mention.tokens.first);
  for (std::size_t i = mention.tokens.first; i < mention.tokens.end; ++i) words.push_back(tokens[i].word->exact);
  return words;
}

Words no_words(const TextMention& /*mention*/) { return {}; }

struct WordsRow {
  MentionSort value;
  Words (*words)(const TextMention& mention);
};
constexpr std::array<WordsRow, 4> kWordsRows{{
    {MentionSort::date, no_words},
    {MentionSort::left, words_before},
    {MentionSort::right, words_behind},
    {MentionSort::reading, words_of_match},
}};
static_assert(covers_every_value<kWordsRows>());

}  // namespace

std::string MentionKeys::key(const TextMention& mention) {
  std::string key;
  for (const std::string_view word : row_of_value(kWordsRows, sort_).words(mention)) (key += key_of_word(word)) += '\0';
  return key;
}

const std::string& MentionKeys::key_of_word(std::string_view exact) {
  if (words_.size() >= kMostCached) words_.clear();
  const auto [entry, is_new] = words_.try_emplace(std::string(exact));
  if (is_new) entry->second = collation_key(written(exact));
  return entry->second;
}

}  // namespace timbao
