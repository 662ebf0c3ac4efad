// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/letters.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <array>
#include <string_view>

namespace timbao {
namespace {

const icu::Normalizer2& instance_of(const icu::Normalizer2* (*get)(UErrorCode&)) {
  UErrorCode status = U_ZERO_ERROR;
  return *get(status);  // ICU's own data: it fails only where ICU itself is broken
}

icu::UnicodeString decomposed_without_marks(const icu::UnicodeString& text) {
  const icu::UnicodeString decomposed = [&] {
    UErrorCode status = U_ZERO_ERROR;
    return instance_of(&icu::Normalizer2::getNFDInstance).normalize(text, status);
  }();
  icu::UnicodeString kept;
  for (std::int32_t i = 0; i < decomposed.length(); i = decomposed.moveIndex32(i, 1)) {
    const UChar32 c = decomposed.char32At(i);
    if (u_charType(c) != U_NON_SPACING_MARK) kept.append(c == 0x111 ? UChar32{'d'} : c);
  }
  return kept;
}

LetterClass class_by_icu(char32_t code_point) {
  const auto c = static_cast<UChar32>(code_point);
  if (code_point == 0x200B) return LetterClass::zero_width_space;
  if (u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0) return LetterClass::ignorable;
  constexpr std::uint32_t kLetters = U_GC_L_MASK | U_GC_M_MASK | U_GC_N_MASK;
  return (U_GET_GC_MASK(c) & kLetters) != 0 ? LetterClass::letter : LetterClass::separator;
}

LetterClass class_by_rule(char32_t code_point) {
  constexpr std::u32string_view kSentenceEnds = U".!?…;:";
  constexpr std::u32string_view kLineEnds = U"\n\r\v\f\u0085\u2028\u2029";
  if (code_point >= U'0' && code_point <= U'9') return LetterClass::digit;
  if (kSentenceEnds.find(code_point) != kSentenceEnds.npos) return LetterClass::sentence_end;
  if (kLineEnds.find(code_point) != kLineEnds.npos) return LetterClass::line_end;
  return class_by_icu(code_point);
}

/// Classes of what news text is made of: all below U+2100.
using ClassTable = std::array<LetterClass, 0x2100>;
const ClassTable& class_table() {
  static const ClassTable table = [] {
    ClassTable made{};
    for (char32_t c = 0; c < made.size(); ++c) made[c] = class_by_rule(c);
    return made;
  }();
  return table;
}

}  // namespace

LetterClass class_of(char32_t code_point) {
  const ClassTable& table = class_table();
  return code_point < table.size() ? table[code_point] : class_by_icu(code_point);
}

bool is_upper_case(char32_t code_point) {
  const auto c = static_cast<UChar32>(code_point);
  return u_isupper(c) != 0 || u_istitle(c) != 0;
}

char32_t canonical_twin(char32_t code_point) {
  constexpr std::u32string_view kTwinsOfD = U"\u00D0\u00F0\u0189\u0256\u1D9E\U0001078B";
  constexpr std::u32string_view kTwinsOfU = U"\u01A2\u01A3";
  if (kTwinsOfD.find(code_point) != kTwinsOfD.npos) return 0x111;
  if (kTwinsOfU.find(code_point) != kTwinsOfU.npos) return 0x1B0;
  return code_point;
}

std::string fold_code_point(char32_t code_point) {
  const icu::Normalizer2& casefold = instance_of(&icu::Normalizer2::getNFKCCasefoldInstance);
  icu::UnicodeString folded(static_cast<UChar32>(canonical_twin(code_point)));
  for (icu::UnicodeString before; before != folded;) {  // a second round may find more: until nothing changes
    before = folded;
    UErrorCode status = U_ZERO_ERROR;
    folded = decomposed_without_marks(casefold.normalize(folded, status));
  }
  std::string utf8;
  return folded.toUTF8String(utf8);
}

}  // namespace timbao
