// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/language/completion.h"

#include <utility>

#include "common/base/ascii.h"
#include "common/base/utf8.h"
#include "common/text/syllable.h"

namespace timbao {
namespace {

struct LettersAndTone {
  std::string letters;
  char tone = 0;
};

/// The letters of an exact key and its tone. The key of what is no syllable has the tone on a letter: ngườ.
LettersAndTone letters_and_tone(std::string_view exact) {
  const std::size_t sign = exact.rfind('~');
  if (sign != std::string_view::npos && sign + 2 == exact.size())
    return {std::string(exact.substr(0, sign)), exact.back()};
  WithoutTone word = without_tone(exact);
  const char tone = word.marks == 0 ? '\0' : static_cast<char>('0' + static_cast<int>(word.tone));
  return {std::move(word.letters), tone};
}

}  // namespace

WordCompletion::WordCompletion(const AskedWord& word)
    : folded_(word.folded), is_strict_(word.readings == Readings::typed) {
  LettersAndTone typed = letters_and_tone(word.exact);
  letters_ = std::move(typed.letters);
  tone_ = typed.tone;
}

bool WordCompletion::takes(std::string_view folded, std::string_view exact) const {
  if (!starts_with(folded, folded_)) return false;
  if (letters_ == folded_ && tone_ == 0 && !is_strict_) return true;
  const LettersAndTone reading = letters_and_tone(exact);
  return (tone_ == 0 || tone_ == reading.tone) && has_typed_letters(reading.letters);
}

bool WordCompletion::has_typed_letters(std::string_view letters) const {
  std::size_t at = 0;
  for (std::size_t typed_at = 0; typed_at < letters_.size();) {
    const CodePoint typed = read_code_point(letters_, typed_at);
    typed_at += typed.length;
    if (at >= letters.size()) return false;
    const CodePoint letter = read_code_point(letters, at);
    at += letter.length;
    const bool is_open = !is_strict_ && typed.length == 1;
    if (!is_open && typed.value != letter.value) return false;
  }
  return true;
}

}  // namespace timbao
