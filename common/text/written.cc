// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/written.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <vector>

#include "common/base/utf8.h"
#include "common/text/fold.h"
#include "common/text/syllable.h"

namespace timbao {
namespace {

/// The combining marks of the tones, in the order of Tone; the first has none.
constexpr std::array<char32_t, 6> kToneMarks{0, 0x301, 0x300, 0x309, 0x303, 0x323};

/// A letter without its tone: its folded form, and what marks it (a combining mark, or the letter itself).
struct MarkedLetter {
  std::string base;
  char32_t quality = 0;
  std::size_t begin = 0, end = 0;  ///< its bytes, where the word was read as it stands
};

struct MarkedWord {
  std::vector<MarkedLetter> letters;
  char32_t tone = 0;
};

icu::UnicodeString normalized(const icu::Normalizer2* normalizer, const icu::UnicodeString& text) {
  UErrorCode error = U_ZERO_ERROR;
  return normalizer->normalize(text, error);
}

icu::UnicodeString decomposed(std::string_view text) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* const nfd = icu::Normalizer2::getNFDInstance(error);
  return normalized(nfd, icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())}));
}

std::string composed(const icu::UnicodeString& text) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* const nfc = icu::Normalizer2::getNFCInstance(error);
  std::string utf8;
  normalized(nfc, text).toUTF8String(utf8);
  return utf8;
}

/// What fold() makes of a code point. Its table knows all Vietnamese letters, which ICU takes some 50 times as long for.
std::string folded(char32_t code_point) {
  std::string utf8;
  append_code_point(utf8, code_point);
  return fold_text(utf8);
}

bool is_tone_mark(char32_t code_point) {
  return code_point != 0 && std::find(kToneMarks.begin(), kToneMarks.end(), code_point) != kToneMarks.end();
}

MarkedWord taken_apart(std::string_view word) {
  MarkedWord marked;
  const icu::UnicodeString text = decomposed(canonical(word));
  for (std::int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
    const auto code_point = static_cast<char32_t>(text.char32At(at));
    std::string base = folded(code_point);
    if (is_tone_mark(code_point))
      marked.tone = code_point;
    else if (!base.empty())
      marked.letters.push_back({std::move(base), code_point == U'đ' ? code_point : 0});
    else if (!marked.letters.empty())
      marked.letters.back().quality = code_point;
  }
  return marked;
}

bool is_vowel(const MarkedLetter& letter) {
  return letter.base.size() == 1 && std::string_view("aeiouy").find(letter.base) != std::string_view::npos;
}

/// The number of the letters before the vowels that can carry the tone: of "qu" and "gi" the vowel belongs to the onset
/// where another vowel follows.
std::size_t onset_length(const std::vector<MarkedLetter>& letters) {
  std::size_t length = 0;
  while (length < letters.size() && !is_vowel(letters[length])) ++length;
  if (length != 1 || letters.size() < 3 || !is_vowel(letters[2])) return length;
  const bool is_qu = letters[0].base == "q" && letters[1].base == "u";
  const bool is_gi = letters[0].base == "g" && letters[1].base == "i";
  return is_qu || is_gi ? 2 : length;
}

/// The letter that carries the tone.
std::size_t tone_place(const std::vector<MarkedLetter>& letters) {
  const std::size_t first = onset_length(letters);
  std::size_t end = first;
  while (end < letters.size() && is_vowel(letters[end])) ++end;
  for (std::size_t i = end; i-- > first;)
    if (letters[i].quality != 0) return i;
  if (end < letters.size()) return end > first ? end - 1 : first;
  return end - first >= 3 ? first + 1 : first;
}

/// The letters of a canonical word without a tone. A code point that is no letter belongs to the letter before it.
std::vector<MarkedLetter> letters_without_tone(std::string_view word) {
  std::vector<MarkedLetter> letters;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint read = read_code_point(word, at);
    const std::size_t end = at + read.length;
    std::string base = fold_text(word.substr(at, read.length));
    if (!base.empty()) {
      const char32_t quality = base == word.substr(at, read.length) ? 0 : read.value;
      letters.push_back({std::move(base), quality, at, end});
    } else if (!letters.empty()) {
      letters.back().end = end;
    }
    at = end;
  }
  return letters;
}

}  // namespace

std::string written(std::string_view exact) {
  const std::size_t tilde = exact.rfind('~');
  if (tilde == exact.npos || tilde + 2 != exact.size()) return std::string(exact);
  const auto tone = static_cast<std::size_t>(exact.back() - '0');
  if (tone == 0 || tone >= kToneMarks.size()) return std::string(exact);
  std::string word(exact.substr(0, tilde));
  const std::vector<MarkedLetter> letters = letters_without_tone(word);
  const std::size_t place = tone_place(letters);
  const std::size_t begin = place < letters.size() ? letters[place].begin : 0;
  const std::size_t end = place < letters.size() ? letters[place].end : word.size();
  const std::string_view vowel = toned_vowel(word.substr(begin, end - begin), static_cast<Tone>(tone));
  if (!vowel.empty()) return word.replace(begin, end - begin, vowel);
  std::string mark;
  append_code_point(mark, kToneMarks[tone]);
  return composed(word.insert(end, mark));
}

bool begins_as_typed(std::string_view word, std::string_view typed) {
  const MarkedWord whole = taken_apart(word), beginning = taken_apart(typed);
  if (beginning.letters.size() > whole.letters.size()) return false;
  if (beginning.tone != 0 && beginning.tone != whole.tone) return false;
  return std::equal(beginning.letters.begin(), beginning.letters.end(), whole.letters.begin(),
                    [](const MarkedLetter& asked, const MarkedLetter& has) {
                      return asked.base == has.base && (asked.quality == 0 || asked.quality == has.quality);
                    });
}

std::string composed(std::string_view text) {
  const std::string sound = repair_utf8(text).text;
  return composed(icu::UnicodeString::fromUTF8({sound.data(), static_cast<std::int32_t>(sound.size())}));
}

}  // namespace timbao
