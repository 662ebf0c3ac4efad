// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/expand/variant_table.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "common/base/ascii.h"
#include "common/base/take_part.h"
#include "common/text/fold.h"
#include "common/text/syllable.h"
#include "query/expand/article_counts.h"

namespace timbao {
namespace {

/// A word tells a name from other words if at most one article in so many has it, in any reading.
constexpr std::uint32_t kTellingShare = 50;

constexpr std::string_view kSeparators = " -'";  // of the words of a name

bool has_marks(const Word& word) { return word.exact != word.folded; }

bool has_marks(const TokenizedText& text) {
  return std::any_of(text.tokens.begin(), text.tokens.end(), [](const Token& token) { return has_marks(*token.word); });
}

/// Whether a token may be the second word of a name, by its first letter where this is ASCII: most names are passed over
/// so, which costs much less than to fold them.
bool may_go_on_with(std::string_view name, const TokenizedText& text, std::size_t token) {
  const std::string_view letter = name.substr(std::min(name.find_first_of(kSeparators), name.size() - 1) + 1, 1);
  if (letter.empty() || !is_ascii(letter.front()) || kSeparators.find(letter) != std::string_view::npos) return true;
  return token < text.tokens.size() && text.tokens[token].word->folded.front() == to_ascii_lower(letter.front());
}

bool is_telling(const std::string& folded, const Vocabulary& vocabulary) {
  return articles_with_folded(vocabulary, folded) * kTellingShare <= vocabulary.articles();
}

}  // namespace

VariantTable::VariantTable(std::string_view file) {
  while (!file.empty()) {
    std::string_view line = take_part(file, "\n");
    if (starts_with(take_part(line, "\t"), "#")) continue;
    const std::string_view names = take_part(line, "\t");
    if (!names.empty()) add_line(names);
  }
}

void VariantTable::add_line(std::string_view names) {
  lines_.emplace_back();
  while (!names.empty()) lines_.back().push_back(take_part(names, ", "));
  for (std::size_t place = 0; place < lines_.back().size(); ++place) {
    const std::string_view name = lines_.back()[place];
    by_first_word_[fold_text(name.substr(0, name.find_first_of(kSeparators)))].push_back({lines_.size() - 1, place});
  }
}

std::vector<VariantTable::NameWord> VariantTable::words_of(std::string_view name) {
  std::vector<NameWord> words;
  bool is_joined = false;
  while (!name.empty()) {
    const std::size_t end = std::min(name.find_first_of(kSeparators), name.size());
    const std::string letters = canonical(name.substr(0, end));
    if (end > 0) words.push_back({fold_text(letters), exact_key(letters), is_joined});
    is_joined = end < name.size() && name[end] != ' ';
    name.remove_prefix(std::min(end + 1, name.size()));
  }
  return words;
}

/// Whether the words of a name are the tokens from `first` on, each with its marks or without any.
bool VariantTable::stands_at(const std::vector<NameWord>& words, const TokenizedText& text, std::size_t first) {
  if (words.size() > text.tokens.size() - first) return false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Token& token = text.tokens[first + i];
    const bool is_word = token.word->exact == words[i].exact || token.word->exact == words[i].folded;
    const bool is_near = i == 0 || (words[i].is_joined ? token.gap == Gap::joined : token.gap <= Gap::space);
    if (!is_word || !is_near || token.word->folded != words[i].folded) return false;
  }
  return true;
}

VariantTable::StandingName VariantTable::longest_at(const TokenizedText& text, std::size_t first,
                                                    const Vocabulary& vocabulary) const {
  StandingName longest;
  const auto names = by_first_word_.find(text.tokens[first].word->folded);
  if (names == by_first_word_.end()) return longest;
  const bool query_has_marks = has_marks(text);
  for (const Name& name : names->second) {
    if (!may_go_on_with(lines_[name.line][name.place], text, first + 1)) continue;
    const std::vector<NameWord> words = words_of(lines_[name.line][name.place]);
    if (!stands_at(words, text, first) || longest.tokens >= words.size()) continue;
    const auto has_its_marks = [&](const NameWord& word) {
      return text.tokens[first + static_cast<std::size_t>(&word - words.data())].word->exact == word.exact;
    };
    const bool is_exact = std::all_of(words.begin(), words.end(), has_its_marks);
    const bool is_one_word = words.size() == 1;
    const auto tells = [&](const NameWord& word) { return is_telling(word.folded, vocabulary); };
    if ((is_exact && (query_has_marks || is_one_word)) ||
        (!is_one_word && std::any_of(words.begin(), words.end(), tells)))
      longest = {name, words.size()};
  }
  return longest;
}

std::vector<VariantMatch> VariantTable::matches(const TokenizedText& text, const Vocabulary& vocabulary) const {
  std::vector<VariantMatch> found;
  for (std::size_t first = 0; first < text.tokens.size();) {
    const auto [name, tokens] = longest_at(text, first, vocabulary);
    if (tokens == 0) {
      ++first;
      continue;
    }
    const std::vector<std::string_view>& names = lines_[name.line];
    VariantMatch match{first, tokens, names[name.place], names};
    match.others.erase(match.others.begin() + static_cast<std::ptrdiff_t>(name.place));
    found.push_back(std::move(match));
    first += tokens;
  }
  return found;
}

}  // namespace timbao
