// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/charset/to_utf8.h"

#include <simdjson.h>

#include <utility>

#include "indexer/input/charset/decode.h"
#include "indexer/input/charset/detect.h"

namespace timbao {

Conversion to_utf8_in_place(std::string& text, std::optional<Charset> given) {
  if (simdjson::validate_utf8(text.data(), text.size())) return {};
  const Charset charset = given ? *given : detect_charset(text);
  DecodedText decoded = decode(text, charset);
  text = std::move(decoded.text);
  return {charset, decoded.impossible};
}

Remark ill_formed_remark(std::size_t replaced) {
  return {NoticeKind::ill_formed, replaced, std::to_string(replaced) + " ill-formed parts of UTF-8"};
}

std::optional<Remark> charset_remark(std::string_view of_source, const Conversion& conversion) {
  if (of_source.empty() && conversion.from == Charset::utf8) return std::nullopt;
  std::string detail = "read as " + std::string(of_source.empty() ? charset_name(conversion.from) : of_source);
  if (conversion.from != Charset::utf8 && conversion.replaced > 0)
    detail += "; " + std::to_string(conversion.replaced) + " bytes are nothing in it and became U+FFFD";
  return Remark{NoticeKind::other_charset, 1, std::move(detail)};
}

}  // namespace timbao
