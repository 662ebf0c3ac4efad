// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace timbao {

/// A word as it is printed, from its exact key: the tone is put on the vowel that carries it.
///
///   written("đang~3") == "đảng"     written("hoa~2") == "hòa"     written("5.700") == "5.700"
///
/// Takes    an exact key (syllable.h).
/// Returns  lower case, NFC, with the tone where the older style of school books and most newspapers puts it (hòa, not
///          hoà). A key without a tone is returned as it is. exact_key(written(key)) == key for every key of a syllable.
/// Errors   none.
/// Source   the rule: the last vowel with a quality mark carries the tone; else the last vowel before a final consonant;
///          else the second of three vowels and the first of two. Covered by written_test, over all shipped readings.
std::string written(std::string_view exact);

/// Whether a word begins as somebody typed it, who may leave marks out but types none that are wrong.
///
///   begins_as_typed("đảng", "dan")     begins_as_typed("đảng", "đa")     !begins_as_typed("đang", "đả")
///
/// Takes    two texts of any case and normal form.
/// Returns  whether the first letters of `word` are those of `typed`, each with the marks that were typed. The tone may
///          stand on another letter: "hoà" begins "hòa".
/// Errors   none.
/// Source   covered by written_test.
bool begins_as_typed(std::string_view word, std::string_view typed);

/// A text with each letter in one code point where there is one (NFC): composed("a\u0309") == "ả".
///
/// Takes    UTF-8.
/// Returns  the same letters; ill-formed bytes become U+FFFD.
/// Errors   none.
/// Source   Unicode Standard Annex 15, by ICU. Covered by written_test.
std::string composed(std::string_view text);

}  // namespace timbao
