// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/charset/to_utf8.h"

#include <simdjson.h>

#include <utility>

#include "indexer/input/charset/decode.h"
#include "indexer/input/charset/detect.h"
#include "indexer/input/charset/well_formed.h"

namespace timbao {

Conversion to_utf8_in_place(std::string& text, std::optional<Charset> given) {
  if (simdjson::validate_utf8(text.data(), text.size())) return {};
  const Charset charset = given ? *given : detect_charset(text);
  if (charset == Charset::utf8) return {charset, repair_in_place(text)};
  DecodedText decoded = decode(text, charset);
  text = std::move(decoded.text);
  return {charset, decoded.impossible};
}

Remark charset_remark(const Conversion& conversion) {
  std::string detail = "read as " + std::string(charset_name(conversion.from));
  if (conversion.replaced > 0)
    detail += "; " + std::to_string(conversion.replaced) + " bytes are nothing in it and became U+FFFD";
  return {NoticeKind::other_charset, 1, std::move(detail)};
}

}  // namespace timbao
