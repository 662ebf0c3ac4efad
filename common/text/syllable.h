// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace timbao {

/// The six tones, numbered as the VNI keyboard types them.
enum class Tone : int { ngang = 0, sac = 1, huyen = 2, hoi = 3, nga = 4, nang = 5 };

/// A written Vietnamese syllable: "giếng" is gi + iêng + sắc.
struct Syllable {
  std::string onset;    ///< as written, "" to "ngh"; qu and gi are onsets
  std::string rime;     ///< with quality marks, without the tone: "iêng"
  std::string letters;  ///< as written without the tone, quality marks put right: "giêng"
  Tone tone = Tone::ngang;
};

/// Reads a word as a Vietnamese syllable, wherever its tone mark stands: "hoà" and "hòa" are h + oa + huyền.
///
///   parse_syllable("đuợc")  -> đ + ươc + nặng      parse_syllable("covid") -> nothing
///
/// Takes    canonical text (see fold.h): lower case, NFC.
/// Returns  nothing where the spelling is no syllable: two tone marks, an unknown onset or rime, or a coda c ch p t
///          with another tone than sắc and nặng.
/// Errors   none.
/// Source   docs/folding.md, "Syllables". Covered by syllable_test and syllable_fuzz.
std::optional<Syllable> parse_syllable(std::string_view canonical_word);

/// One spelling for one reading: letters with quality marks, then ~ and the tone's digit (nothing for ngang).
///
///   exact_key("hoà") == exact_key("hòa") == "hoa~2"
///   exact_key("đảng") == "đang~3"     exact_key("covid") == "covid"
///
/// Takes    canonical text.
/// Returns  for what is no syllable, the text itself.
/// Errors   none.
/// Source   docs/folding.md, "Readings". Covered by syllable_test and syllable_fuzz.
std::string exact_key(std::string_view canonical_word);

/// A vowel letter with a tone: toned_vowel("ê", Tone::sac) == "ế".
///
/// Takes    a canonical letter without a tone.
/// Returns  empty for what is none of the twelve vowel letters.
/// Errors   none.
/// Source   the vowel letters of the Vietnamese alphabet in their six tones. Covered by syllable_test.
std::string_view toned_vowel(std::string_view letter, Tone tone);

/// A word without its tone marks.
///
///   without_tone("ngườ") is {"ngươ", Tone::huyen, 1}     without_tone("covid") is {"covid", Tone::ngang, 0}
struct WithoutTone {
  std::string letters;      ///< with their quality marks
  Tone tone = Tone::ngang;  ///< the last one
  int marks = 0;            ///< how many tone marks there were
};

/// Takes the tone marks off a word, which need not be a syllable.
///
/// Takes    canonical text.
/// Errors   none.
/// Source   the vowel letters of the Vietnamese alphabet in their six tones. Covered by syllable_test.
WithoutTone without_tone(std::string_view canonical_word);

}  // namespace timbao
