// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace timbao {

/// The three ways to type Vietnamese on a keyboard without Vietnamese keys, in the order in which they are tried.
///
///   telex   letters: ddaangr         vni   digits: da9ng3         viqr   signs: dda?ng
enum class TypingMethod : std::uint8_t { telex, vni, viqr };

inline constexpr std::array<TypingMethod, 3> kTypingMethods{TypingMethod::telex, TypingMethod::vni, TypingMethod::viqr};

/// A syllable that keys spell.
///
///   {"người", 3, written}     of nguwowif
struct TypedSyllable {
  /// Whether every mark was typed, or one was added: việt of vietj, whose rime does not exist without it, and tiếng of
  /// tieeng, to which a tone was added.
  enum class Marks : std::uint8_t { written, completed };

  std::string text;  ///< canonical, with its tone mark where most papers print it: "hòa", "thủy", "người"
  std::size_t mark_keys = 0;  ///< how many keys made or changed a mark
  Marks marks = Marks::written;
};

/// The syllables that the keys of one word spell when an input method was switched off.
///
///   decode_keys("nguwowif", TypingMethod::telex)   -> người
///   decode_keys("nguoi72", TypingMethod::vni)      -> người
///   decode_keys("ngu+o+`i", TypingMethod::viqr)    -> người
///   decode_keys("deadline", TypingMethod::telex)   -> nothing
///
/// A mark may stand anywhere behind its letter (trangw, tieengs, tienges), the last tone wins (hoaxf is hòa), z and 0
/// take a tone away, w without a vowel that it could change is ư, and a vowel typed three times is two letters (xooong
/// is xoong). Letters that have their marks already stay as they are: tiêngs is tiếng. Half typed keys are completed:
/// where the letters have no rime without one more mark, it is added (vietj is việt, nuocs is nước or nuốc), and where no
/// key sets the tone, every tone that fits is.
///
/// Takes    canonical text (fold.h) of any length; what is longer than any syllable's keys gives nothing.
/// Returns  the legal syllables, completed ones last; nothing where no key makes a mark, or where the result has no legal
///          onset, rime and tone (parse_syllable).
/// Errors   none.
/// Source   the keys as RFC 1456 (VIQR) and the manuals of Vietnamese input methods have them: docs/variants.md. Covered
///          by typed_keys_test, by its round trip of every syllable, and by fuzz/typing_fuzz.
std::vector<TypedSyllable> decode_keys(std::string_view keys, TypingMethod method);

}  // namespace timbao
