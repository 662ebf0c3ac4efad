// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/charset/decode.h"

#include <unicode/normalizer2.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <memory>
#include <utility>

#include "common/base/utf8.h"
#include "indexer/input/charset/legacy_letters.h"

namespace timbao {
namespace {

DecodedText decode_utf8(std::string_view bytes) {
  RepairedText repaired = repair_utf8(bytes);
  return {std::move(repaired.text), repaired.replaced};
}

DecodedText decode_legacy(std::string_view bytes, const LegacyLetters& letters) {
  DecodedText decoded;
  decoded.text.reserve(bytes.size() * 2);
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    const auto first = static_cast<unsigned char>(bytes[at]);
    const auto second = static_cast<unsigned char>(at + 1 < bytes.size() ? bytes[at + 1] : '\0');
    const char32_t pair = second < 0x80 ? 0 : letters.pair(first, second);
    const char32_t letter = pair != 0 ? pair : letters.single(first);
    const bool is_impossible = letter == 0 && first != 0;
    append_code_point(decoded.text, is_impossible ? kReplacement : letter);
    decoded.impossible += is_impossible ? 1U : 0U;
    at += pair != 0 ? 1U : 0U;
  }
  return decoded;
}

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};

/// What ICU makes of the bytes; an empty text where it has no such converter.
icu::UnicodeString by_converter(std::string_view bytes) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, CloseConverter> converter(ucnv_open("windows-1258", &error));
  icu::UnicodeString text(bytes.data(), static_cast<std::int32_t>(bytes.size()), converter.get(), error);
  return U_SUCCESS(error) ? text : icu::UnicodeString();
}

std::size_t count_replaced(const icu::UnicodeString& text) {
  std::size_t count = 0;
  for (std::int32_t at = 0; at < text.length(); ++at) count += text.charAt(at) == kReplacement ? 1U : 0U;
  return count;
}

/// The letters with a tone that stands behind them become one code point each.
DecodedText decode_windows1258(std::string_view bytes) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::UnicodeString text = icu::Normalizer2::getNFCInstance(error)->normalize(by_converter(bytes), error);
  DecodedText decoded;
  decoded.impossible = count_replaced(text);
  text.toUTF8String(decoded.text);
  return decoded;
}

}  // namespace

DecodedText decode(std::string_view bytes, Charset charset) {
  if (const LegacyLetters* const letters = legacy_letters(charset)) return decode_legacy(bytes, *letters);
  return charset == Charset::windows1258 ? decode_windows1258(bytes) : decode_utf8(bytes);
}

}  // namespace timbao
