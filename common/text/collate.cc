// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/collate.h"

#include <unicode/coll.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>

#include "common/base/ascii.h"
#include "common/base/utf8.h"
#include "common/text/icu_version.h"

namespace timbao {
namespace {

/// Each thread has a collator of its own: making one takes as long as making many keys, and two threads may not use one
/// at once.
const icu::Collator& vietnamese_collator() {
  thread_local const std::unique_ptr<icu::Collator> collator = [] {
    UErrorCode status = U_ZERO_ERROR;  // ICU's own data: it fails only where ICU itself is broken
    std::unique_ptr<icu::Collator> made(icu::Collator::createInstance(icu::Locale("vi"), status));
    made->setAttribute(UCOL_NUMERIC_COLLATION, UCOL_ON, status);
    return made;
  }();
  return *collator;
}

/// How many digits stand from byte `at` on; no more than four are counted.
std::size_t digits_from(std::string_view text, std::size_t at) {
  std::size_t count = 0;
  while (count < 4 && is_digit_at(text, at + count)) ++count;
  return count;
}

/// Whether the dots from one place up to `end` stand before groups of exactly three digits, as in "1.200.000".
struct Dots {
  std::size_t end = 0;
  bool separate_thousands = false;
};

/// Either all dots of a number separate thousands or none does, so the answer holds for all dots up to Dots::end, and a
/// long number is read only once.
Dots dots_from(std::string_view text, std::size_t at) {
  if (at == 0 || !is_digit_at(text, at - 1)) return {at + 1, false};
  std::size_t end = at;
  for (; end < text.size() && text[end] == '.' && digits_from(text, end + 1) > 0; end += 4)
    if (digits_from(text, end + 1) != 3) return {end + 1, false};
  return {std::max(end, at + 1), true};
}

bool is_letter_or_digit(char32_t c) {
  constexpr std::uint32_t kLetters = U_GC_L_MASK | U_GC_N_MASK;
  return (U_GET_GC_MASK(static_cast<UChar32>(c)) & kLetters) != 0;
}

bool is_quotation_mark(char32_t c) { return u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_QUOTATION_MARK) != 0; }

/// The text without what does not count, and one space for any number of them.
std::string counted_part(std::string_view text) {
  std::string part;
  bool has_space = false;
  Dots dots;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = read_code_point(text, at);
    const std::size_t here = at;
    at += c.length;
    if (is_quotation_mark(c.value) || (part.empty() && !is_letter_or_digit(c.value))) continue;
    if (c.value == U'.' && here >= dots.end) dots = dots_from(text, here);
    if (c.value == U'.' && dots.separate_thousands) continue;
    const bool is_space = u_isUWhiteSpace(static_cast<UChar32>(c.value)) != 0;
    if (!is_space && has_space) part += ' ';
    has_space = is_space;
    if (!is_space) append_code_point(part, c.value);
  }
  return part;
}

}  // namespace

std::string collation_key(std::string_view text) {
  const std::string part = counted_part(text);
  const icu::UnicodeString letters = icu::UnicodeString::fromUTF8(part.empty() ? std::string(text) : part);
  std::array<std::uint8_t, 512> buffer{};
  const icu::Collator& collator = vietnamese_collator();
  const auto size =
      static_cast<std::size_t>(collator.getSortKey(letters, buffer.data(), static_cast<std::int32_t>(buffer.size())));
  if (size == 0) return {};
  if (size <= buffer.size()) return {reinterpret_cast<const char*>(buffer.data()), size - 1};  // ICU's ends with a 0
  std::string key(size, '\0');
  collator.getSortKey(letters, reinterpret_cast<std::uint8_t*>(key.data()), static_cast<std::int32_t>(key.size()));
  key.pop_back();
  return key;
}

std::string collation_version() {
  UVersionInfo version{};
  vietnamese_collator().getVersion(version);
  std::array<char, U_MAX_VERSION_STRING_LENGTH> text{};
  u_versionToString(version, text.data());
  return std::string(text.data()) + " of ICU " + icu_version();
}

}  // namespace timbao
