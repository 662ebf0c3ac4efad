// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/charset/likeness.h"

#include <unicode/uchar.h>

#include <cmath>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

#include "common/base/utf8.h"
#include "common/index/terms.h"
#include "common/index/token_codes.h"
#include "common/text/fold.h"
#include "common/text/syllable.h"
#include "common/text/written.h"
#include "indexer/input/charset/single_bytes.h"

namespace timbao {
namespace {

constexpr double kSpelled = 0.4;
constexpr std::size_t kMostWordBytes = 40;  // no syllable has as many, with every mark as a code point of its own

/// A character of a word: letters, and what no text has but what a wrong charset makes of letters.
bool is_of_word(char32_t c) {
  const auto code_point = static_cast<UChar32>(c);
  return u_isalpha(code_point) || (c >= 0x80 && !u_ispunct(code_point) && !u_isUWhiteSpace(code_point));
}

/// Whether a character behind a letter is a mark that no text has there: such as « and ´ anywhere, other marks of Latin-1
/// and Windows-1252 before a letter, but for dashes, apostrophes and "…".
bool is_mark_inside(std::string_view text, std::size_t at, const CodePoint& mark) {
  constexpr std::u32string_view kNeverBehindLetters = U"«¡¿´¨¸¤¢£¥¦§¬¯±¶¼½¾", kBetweenWords = U"–—…’‘•";
  if (kNeverBehindLetters.find(mark.value) != std::u32string_view::npos) return true;
  if (mark.value < 0xA1 || !single_byte(mark.value) || at + mark.length >= text.size()) return false;
  if (kBetweenWords.find(mark.value) != std::u32string_view::npos) return false;
  return u_isalpha(static_cast<UChar32>(read_code_point(text, at + mark.length).value));
}

/// Whether a word is an abbreviation with Đ, such as HĐND: capitals without a vowel, which say nothing of a charset.
bool is_abbreviation(std::string_view word) {
  constexpr std::u32string_view kConsonants = U"BCDGHKLMNPQRSTVX\u0110\u00D0";
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint next = read_code_point(word, at);
    if (kConsonants.find(next.value) == std::u32string_view::npos) return false;
    at += next.length;
  }
  return true;
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

/// How common a word is by its code: codes rise as words get rarer.
double commonness_of(std::uint32_t code) {
  return 1 - std::log1p(static_cast<double>(code)) / std::log1p(static_cast<double>(token_codes().size()));
}

/// A syllable with its tone where the newer style puts it, on the last letter: "hoà", "thuý". Nothing where both styles
/// are the same.
std::optional<std::string> in_newer_style(const Syllable& syllable) {
  if (syllable.rime != "oa" && syllable.rime != "oe" && syllable.rime != "uy") return std::nullopt;
  std::string word = syllable.letters;
  const std::string last(1, word.back());
  return word.replace(word.size() - 1, 1, toned_vowel(last, syllable.tone));
}

/// The words of news as they are written in small letters, with their commonness.
const std::unordered_map<std::string, double>& words_of_news() {
  static const std::unordered_map<std::string, double> words = [] {
    std::unordered_map<std::string, double> all;
    all.reserve(token_codes().size());
    for (std::uint32_t code = 0; code < token_codes().size(); ++code) {
      const SplitTerm term = split_term(token_codes().term_of(code));
      std::string word = written(exact_of(term.folded, term.marks));
      const std::optional<Syllable> syllable = parse_syllable(word);
      if (!syllable) continue;
      if (std::optional<std::string> newer = in_newer_style(*syllable)) all.emplace(*newer, commonness_of(code));
      all.emplace(std::move(word), commonness_of(code));
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

/// Whether a word has a sign of Latin-1 that Unicode takes for another form of a letter or a digit, such as ª and ²: what
/// a wrong charset made is no word because of that.
bool has_sign_of_latin1(std::string_view word) {
  for (std::size_t at = 0; at + 1 < word.size(); ++at)
    if (word[at] == '\xC2') return true;
  return false;
}

/// How common a word of news is; nothing for what is none. A tone on a letter that does not carry it makes another word
/// of it, as in "coì", which Windows-1258 that was taken for Latin-1 has for "có".
std::optional<double> known_commonness(const std::string& word) {
  const auto known = words_of_news().find(word);
  return known == words_of_news().end() ? std::nullopt : std::optional(known->second);
}

/// Counts a word that has letters beyond ASCII.
void count(std::string_view word, Likeness& likeness) {
  if (is_abbreviation(word)) return;
  ++likeness.words;
  if (word.size() > kMostWordBytes || has_sign_of_latin1(word) || !has_usual_case(word)) return;
  std::optional<double> common = known_commonness(small_letters_of(word));
  if (!common) {
    const std::string plain = canonical(word);
    common = known_commonness(plain);
    if (!common && parse_syllable(plain)) likeness.sum += kSpelled;
  }
  likeness.sum += common ? 1 : 0;
  likeness.commonness += common.value_or(0);
}

}  // namespace

double commonness(std::string_view word) {
  return known_commonness(small_letters_of(word.substr(0, kMostWordBytes))).value_or(0);
}

Likeness likeness(std::string_view text) {
  Likeness likeness;
  std::size_t begin = 0;
  bool is_beyond_ascii = false;
  const auto end_word = [&](std::size_t end) {
    if (is_beyond_ascii) count(text.substr(begin, end - begin), likeness);
    is_beyond_ascii = false;
  };
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint next = read_code_point(text, at);
    if (is_of_word(next.value) || (at > begin && is_mark_inside(text, at, next))) {
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
