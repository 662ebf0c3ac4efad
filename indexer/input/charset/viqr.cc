// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/charset/viqr.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <set>

#include "common/base/ascii.h"
#include "common/base/utf8.h"
#include "common/text/fold.h"
#include "common/text/syllable.h"
#include "common/text/written.h"
#include "indexer/input/charset/likeness.h"

namespace timbao {
namespace {

constexpr std::size_t kLeastWords = 3;  // of a paragraph that is in VIQR
constexpr std::size_t kMostWordBytes = 24;
constexpr double kLeastShare = 0.7;

/// A sign behind a vowel, and the combining mark that it stands for.
struct Sign {
  char sign;
  std::string_view vowels;  // in small letters
  std::string_view mark;
};
constexpr std::array<Sign, 3> kQualities{{{'^', "aeo", "\u0302"}, {'(', "a", "\u0306"}, {'+', "ou", "\u031B"}}};
constexpr std::string_view kVowels = "aeiouy";
constexpr std::string_view kSigns = "'`?~.^(+";
constexpr std::array<Sign, 5> kTones{{{'\'', kVowels, "\u0301"},
                                      {'`', kVowels, "\u0300"},
                                      {'?', kVowels, "\u0309"},
                                      {'~', kVowels, "\u0303"},
                                      {'.', kVowels, "\u0323"}}};

/// A tone that may be the end of a sentence, and how much commoner the word without it must be than the word with it. News
/// has few questions.
struct Ending {
  char sign;
  double clearly_commoner;
};
constexpr std::array kEndings{Ending{'.', 0.12}, Ending{'?', 0.5}};

/// Whether what ends sentences has a backslash where it stands behind a vowel: then each sign without one is a tone.
enum class Endings : std::uint8_t { plain, escaped };

/// A word of letters and the signs behind them.
struct Word {
  std::string text;               // in Unicode
  std::string without_last;       // without the last sign, where that ends the word and may end a sentence
  std::size_t bytes = 0;          // of the word as it stands
  bool has_quality = false;       // it has a sign that English has not
  bool has_quality_mark = false;  // one of these signs is behind a vowel
  bool has_sign = false;
  bool has_sign_inside = false;  // it has a sign that does not end a sentence
  bool is_evident = false;       // it has a sign that English has not, or a tone inside
};

template <std::size_t count>
const Sign* sign_behind(const std::array<Sign, count>& signs, char vowel, char sign) {
  const auto found = std::find_if(signs.begin(), signs.end(), [vowel, sign](const Sign& row) {
    return row.sign == sign && row.vowels.find(to_ascii_lower(vowel)) != std::string_view::npos;
  });
  return found == signs.end() ? nullptr : &*found;
}

char char_at(std::string_view text, std::size_t at) { return at < text.size() ? text[at] : '\0'; }

bool is_small(char letter) { return letter >= 'a' && letter <= 'z'; }
bool is_capital(char letter) { return letter >= 'A' && letter <= 'Z'; }

bool is_double_d(std::string_view text) {
  return to_ascii_lower(char_at(text, 0)) == 'd' && to_ascii_lower(char_at(text, 1)) == 'd';
}

const Ending* ending(char sign) {
  const auto* const found =
      std::find_if(kEndings.begin(), kEndings.end(), [sign](const Ending& row) { return row.sign == sign; });
  return found == kEndings.end() ? nullptr : found;
}

/// Reads the signs behind a vowel.
void take_signs(std::string_view text, char vowel, Word& word) {
  if (const Sign* const quality = sign_behind(kQualities, vowel, char_at(text, word.bytes))) {
    word.text += quality->mark;
    word.has_quality = word.is_evident = word.has_sign = word.has_quality_mark = true;
    ++word.bytes;
  }
  const char sign = char_at(text, word.bytes);
  const Sign* const tone = sign_behind(kTones, vowel, sign);
  if (tone == nullptr) return;
  const bool is_last = !is_ascii_letter(char_at(text, word.bytes + 1));
  const bool may_end = is_last && ending(sign) != nullptr;
  if (may_end) word.without_last = word.text;
  word.has_sign_inside = word.has_sign_inside || !may_end;
  word.is_evident = word.is_evident || !is_last;
  word.text += tone->mark;
  word.has_sign = true;
  ++word.bytes;
}

/// The word at the beginning of a text, which begins with a letter.
Word word_at(std::string_view text) {
  Word word;
  if (is_double_d(text)) {
    word.text = text[0] == 'd' ? "đ" : "Đ";
    word.bytes = 2;
    word.has_quality = word.is_evident = word.has_sign = true;
    word.has_quality_mark = text[0] == 'D' && !is_small(char_at(text, 2));  // of an abbreviation, as "DDH", "DD."
  }
  while (is_ascii_letter(char_at(text, word.bytes))) {
    if (word.bytes > 0 && starts_with(text.substr(word.bytes), "DD") && is_capital(text[word.bytes - 1])) {
      word.text += "Đ";
      word.bytes += 2;
      word.has_sign = word.has_quality_mark = true;
      continue;
    }
    const char letter = text[word.bytes++];
    word.text += letter;
    take_signs(text, letter, word);
  }
  word.text = composed(word.text);
  return word;
}

bool is_of_news(const std::string& word) {
  const Likeness like = likeness(word);
  return word.size() <= 2 * kMostWordBytes && like.words == 1 && like.share() == 1;
}

bool is_spelled(const std::string& word) {
  return word.size() <= 2 * kMostWordBytes && parse_syllable(canonical(word)).has_value();
}

/// Whether a word that ends in a tone is a syllable whose last letter carries it: "tuệ" and "hoà", but not "đâủ".
bool is_spelled_at_end(const std::string& word) {
  constexpr std::array<std::string_view, 5> kCarryingLast{"oa", "oe", "uy", "uê", "uơ"};
  if (word.size() > 2 * kMostWordBytes) return false;
  const std::optional<Syllable> syllable = parse_syllable(canonical(word));
  return syllable && (count_code_points(syllable->rime) < 2 ||
                      std::find(kCarryingLast.begin(), kCarryingLast.end(), syllable->rime) != kCarryingLast.end());
}

/// Whether a sentence or a quotation may end before a text.
bool may_end_sentence(std::string_view behind) {
  behind.remove_prefix(std::min(behind.find_first_not_of("\"')"), behind.size()));
  if (starts_with(behind, "..")) return true;
  const std::size_t next = behind.find_first_not_of(" \t\r\n\"'");
  return next == std::string_view::npos || (behind[0] == ' ' && is_capital(behind[next]));
}

/// Calls `use` with each word of a paragraph and what stands behind it, and `skip` with every other byte.
template <typename Use, typename Skip>
void for_each_word(std::string_view paragraph, Use use, Skip skip) {
  for (std::size_t at = 0; at < paragraph.size();) {
    const bool is_inside = at > 0 && (!is_ascii(paragraph[at - 1]) || is_ascii_digit(paragraph[at - 1]));
    if (!is_ascii_letter(paragraph[at]) || is_inside) {
      skip(paragraph.substr(at));
      ++at;
      continue;
    }
    Word word = word_at(paragraph.substr(at));
    if (is_ascii_digit(char_at(paragraph, at + word.bytes)))
      word.has_sign = word.has_quality = word.is_evident = word.has_sign_inside = false;
    use(word, paragraph.substr(at, word.bytes), paragraph.substr(at + word.bytes));
    at += word.bytes;
  }
}

/// What speaks for VIQR in a paragraph.
struct Evidence {
  std::set<std::string> words;  // of two letters or more, with such a sign as is_evident, that are words of news
  std::size_t all_words = 0;    // the same, each time that it stands there
  std::size_t odd = 0;          // with such a sign, and no syllable
  std::size_t other_words = 0, other_odd = 0;  // the same of words with other signs inside
};

Evidence evidence_in(std::string_view paragraph) {
  Evidence evidence;
  for_each_word(
      paragraph,
      [&evidence](const Word& word, std::string_view, std::string_view) {
        const bool is_abbreviation = likeness(word.text).words == 0;  // "DDH" says nothing
        if ((!word.is_evident && !word.has_sign_inside) || is_abbreviation) return;
        const bool is_word = is_of_news(word.text) && count_code_points(word.text) > 1;
        if (is_word && word.is_evident && evidence.words.size() < kLeastWords) evidence.words.insert(word.text);
        evidence.all_words += is_word && word.is_evident ? 1U : 0U;
        evidence.other_words += is_word && !word.is_evident ? 1U : 0U;
        (word.is_evident ? evidence.odd : evidence.other_odd) += is_spelled(word.text) ? 0U : 1U;
      },
      [](std::string_view) {});
  return evidence;
}

bool has_share(std::size_t words, std::size_t odd) {
  return static_cast<double>(words) >= kLeastShare * static_cast<double>(words + odd);
}

bool is_viqr(const Evidence& evidence) {
  return evidence.words.size() >= kLeastWords && has_share(evidence.all_words, evidence.odd);
}

/// Whether a paragraph may be in VIQR beside another one that is.
bool may_be_viqr(const Evidence& evidence) {
  const std::size_t words = evidence.all_words + evidence.other_words;
  return words > 0 && has_share(words, evidence.odd + evidence.other_odd);
}

bool is_one_of(std::string_view bytes, char byte) { return bytes.find(byte) != std::string_view::npos; }

bool is_letter(char byte) { return is_ascii_letter(byte) || static_cast<unsigned char>(byte) >= 0x80; }

/// Whether the last sign of a word ends a sentence: where only the word without it is a syllable, and where that is clearly
/// commoner and a sentence may end there. A capital by itself is an initial.
bool is_end_of_sentence(const Word& word, std::string_view as_it_stands, std::string_view behind, Endings endings) {
  const std::string shorter = composed(word.without_last);
  if (shorter.empty()) return false;
  if (shorter.size() == 1 && is_capital(shorter[0])) return as_it_stands.back() == '.';
  if (!is_spelled_at_end(word.text) && is_spelled(shorter)) return true;
  const double with_tone = commonness(word.text), without_tone = commonness(shorter);
  if (endings == Endings::escaped || without_tone == 0 || !may_end_sentence(behind)) return false;
  return with_tone == 0 || without_tone > with_tone + ending(as_it_stands.back())->clearly_commoner;
}

/// Whether "\\" stands before a sign behind a letter, so that it is none of the letter's.
bool is_escape(std::string_view before, std::string_view rest) {
  const bool is_behind = !before.empty() && (is_letter(before.back()) || is_one_of(kSigns, before.back()));
  return is_behind && rest.size() > 1 && rest[0] == '\\' && is_one_of(kSigns, rest[1]);
}

Endings endings_of(std::string_view text) {
  for (std::size_t at = text.find('\\'); at != std::string_view::npos; at = text.find('\\', at + 1))
    if (ending(char_at(text, at + 1)) != nullptr && is_escape(text.substr(0, at), text.substr(at)))
      return Endings::escaped;
  return Endings::plain;
}

/// The paragraph in Unicode.
void convert(std::string_view paragraph, Endings endings, ViqrText& result) {
  for_each_word(
      paragraph,
      [endings, &result](const Word& word, std::string_view as_it_stands, std::string_view behind) {
        if (!word.has_sign) {
          result.text += as_it_stands;
          return;
        }
        const bool is_end = is_end_of_sentence(word, as_it_stands, behind, endings);
        const std::string text = is_end ? composed(word.without_last) : word.text;
        const bool is_word = is_spelled(text) || word.has_quality_mark;
        result.text += is_word ? text : std::string(as_it_stands);
        if (is_word && is_end) result.text += as_it_stands.back();
        result.words += is_word && text != as_it_stands ? 1U : 0U;
      },
      [&result](std::string_view rest) {
        if (!is_escape(result.text, rest)) result.text += rest[0];
      });
}

/// Calls `use` with each line of a text, its end included.
template <typename Use>
void for_each_line(std::string_view text, Use use) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    use(text.substr(0, end));
    text.remove_prefix(end);
  }
}

}  // namespace

ViqrText from_viqr(std::string_view text) {
  bool has_any = false;
  for_each_line(text, [&has_any](std::string_view line) { has_any = has_any || is_viqr(evidence_in(line)); });
  if (!has_any) return {std::string(text)};
  ViqrText result;
  const Endings endings = endings_of(text);
  for_each_line(text, [endings, &result](std::string_view line) {
    if (may_be_viqr(evidence_in(line)))
      convert(line, endings, result);
    else
      result.text += line;
  });
  return result;
}

}  // namespace timbao
