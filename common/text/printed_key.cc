// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/printed_key.h"

#include <array>
#include <vector>

#include "common/base/ascii.h"
#include "common/base/utf8.h"
#include "common/text/fold.h"

namespace timbao {
namespace {

/// The combining marks of the tones 1 to 5, as a VNI keyboard numbers them.
constexpr std::array<std::string_view, 5> kToneMarks{"\u0301", "\u0300", "\u0309", "\u0303", "\u0323"};

constexpr std::string_view kVowels = "aăâeêioôơuưy";

/// One vowel letter of a syllable: where it ends, in bytes, and whether it has a quality mark.
struct Vowel {
  std::size_t end = 0;
  bool has_quality_mark = false;
};

bool is_vowel(std::string_view letter) { return !letter.empty() && kVowels.find(letter) != std::string_view::npos; }

std::string_view letter_at(std::string_view letters, std::size_t at) {
  return at < letters.size() ? letters.substr(at, read_code_point(letters, at).length) : std::string_view();
}

/// Where the vowels may begin: behind "qu", and behind "gi" where another vowel follows.
std::size_t end_of_onset(std::string_view letters) {
  if (starts_with(letters, "qu")) return 2;
  return starts_with(letters, "gi") && is_vowel(letter_at(letters, 2)) ? 2 : 0;
}

/// The vowel letters that stand together; and whether a coda follows.
struct Nucleus {
  std::vector<Vowel> vowels;
  bool has_coda = false;
};

Nucleus nucleus_of(std::string_view letters) {
  Nucleus nucleus;
  for (std::size_t at = end_of_onset(letters); at < letters.size();) {
    const std::string_view letter = letter_at(letters, at);
    at += letter.size();
    if (is_vowel(letter))
      nucleus.vowels.push_back({at, letter.size() > 1});
    else if (!nucleus.vowels.empty())
      nucleus.has_coda = true;
  }
  return nucleus;
}

/// The vowel that carries the tone mark.
const Vowel& marked_vowel(const Nucleus& nucleus) {
  const std::vector<Vowel>& vowels = nucleus.vowels;
  for (auto vowel = vowels.rbegin(); vowel != vowels.rend(); ++vowel)
    if (vowel->has_quality_mark) return *vowel;
  const bool is_second = vowels.size() > 2 || (vowels.size() == 2 && nucleus.has_coda);
  return vowels[is_second ? 1 : 0];
}

}  // namespace

std::string printed_key(std::string_view exact_key) {
  const std::size_t tilde = exact_key.find('~');
  if (tilde == std::string_view::npos || tilde + 2 != exact_key.size()) return std::string(exact_key);
  const auto tone = static_cast<std::size_t>(exact_key.back() - '1');
  const std::string_view letters = exact_key.substr(0, tilde);
  const Nucleus nucleus = nucleus_of(letters);
  if (tone >= kToneMarks.size() || nucleus.vowels.empty()) return std::string(exact_key);
  const std::size_t end = marked_vowel(nucleus).end;
  return canonical(std::string(letters.substr(0, end)) + std::string(kToneMarks[tone]) +
                   std::string(letters.substr(end)));
}

}  // namespace timbao
