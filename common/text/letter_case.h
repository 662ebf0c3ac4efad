// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace timbao {

/// Which capitals a word has.
///
///   đảng   Đảng   ĐẢNG
enum class LetterCase : std::uint8_t { small, capitalized, capitals };

/// The case of a typed word: case_of("ĐẢNG") == LetterCase::capitals.
///
/// Takes    UTF-8.
/// Returns  never capitals for a word of one letter.
/// Errors   none.
/// Source   covered by letter_case_test.
LetterCase case_of(std::string_view word);

/// A word in small letters, in another case: in_case("đảng", LetterCase::capitalized) == "Đảng".
///
/// Takes    UTF-8.
/// Returns  each letter that is raised as one code point; letters that have no capital stay.
/// Errors   none: ill-formed bytes become U+FFFD where they are raised.
/// Source   Unicode's simple case mapping, by ICU. Covered by letter_case_test.
std::string in_case(std::string_view word, LetterCase wanted);

}  // namespace timbao
