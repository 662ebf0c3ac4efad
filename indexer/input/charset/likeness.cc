// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/charset/likeness.h"

#include <unicode/uchar.h>

#include <cstdint>
#include <string>
#include <unordered_set>
#include <utility>

#include "common/base/utf8.h"
#include "common/index/terms.h"
#include "common/index/token_codes.h"
#include "common/text/fold.h"
#include "common/text/syllable.h"
#include "common/text/written.h"

namespace timbao {
namespace {

constexpr double kSpelled = 0.4;
constexpr std::size_t kMostWordBytes = 40;  // no syllable has as many, with every mark as a code point of its own

/// A character of a word: letters, and what no text has but what a wrong charset makes of letters.
bool is_of_word(char32_t c) {
  const auto code_point = static_cast<UChar32>(c);
  return u_isalpha(code_point) || (c >= 0x80 && !u_ispunct(code_point) && !u_isUWhiteSpace(code_point));
}

/// Whether capitals stand as in print: at the beginning, everywhere or nowhere.
bool has_usual_case(std::string_view word) {
  std::size_t capitals = 0, letters = 0;
  bool first_is_capital = false;
  for (std::size_t at = 0; at < word.size(); ++letters) {
    const CodePoint next = read_code_point(word, at);
    const bool is_capital = u_isupper(static_cast<UChar32>(next.value));
    first_is_capital = first_is_capital || (letters == 0 && is_capital);
    capitals += is_capital ? 1U : 0U;
    at += next.length;
  }
  return capitals == 0 || capitals == letters || (capitals == 1 && first_is_capital);
}

/// The words of news as they are written in small letters, so that the commonest ones need no more than a look.
const std::unordered_set<std::string>& words_of_news() {
  static const std::unordered_set<std::string> words = [] {
    std::unordered_set<std::string> all;
    for (std::uint32_t code = 0; code < token_codes().size(); ++code) {
      const SplitTerm term = split_term(token_codes().term_of(code));
      std::string word = composed(written(exact_of(term.folded, term.marks)));
      if (parse_syllable(word)) all.insert(std::move(word));
    }
    return all;
  }();
  return words;
}

/// The small letters of a word, each code point for itself.
std::string small_letters_of(std::string_view word) {
  std::string small;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint next = read_code_point(word, at);
    append_code_point(small, static_cast<char32_t>(u_tolower(static_cast<UChar32>(next.value))));
    at += next.length;
  }
  return small;
}

double worth_of(std::string_view word) {
  if (word.size() > kMostWordBytes || !has_usual_case(word)) return 0;
  if (words_of_news().count(small_letters_of(word)) > 0) return 1;
  const std::string plain = canonical(word);
  if (!parse_syllable(plain)) return 0;
  return token_codes().code_of(reading_term(fold_text(plain), exact_key(plain))) ? 1 : kSpelled;
}

}  // namespace

Likeness likeness(std::string_view text) {
  Likeness likeness;
  std::size_t begin = 0;
  bool is_beyond_ascii = false;
  const auto end_word = [&](std::size_t end) {
    if (is_beyond_ascii) {
      ++likeness.words;
      likeness.sum += worth_of(text.substr(begin, end - begin));
    }
    is_beyond_ascii = false;
  };
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint next = read_code_point(text, at);
    if (is_of_word(next.value)) {
      is_beyond_ascii = is_beyond_ascii || next.value >= 0x80;
      at += next.length;
    } else {
      end_word(at);
      at += next.length;
      begin = at;
    }
  }
  end_word(text.size());
  return likeness;
}

}  // namespace timbao
