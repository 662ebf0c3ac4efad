// SPDX-License-Identifier: GPL-2.0-or-later
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/input/charset/decode.h"
#include "indexer/input/charset/detect.h"
#include "indexer/input/charset/likeness.h"
#include "indexer/input/charset/to_utf8.h"
#include "tests/fuzz/require.h"

using namespace timbao;
using fuzz::require;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  for (const auto& row : kCharsetNames) {
    const DecodedText decoded = decode(bytes, row.value);
    require(fuzz::is_well_formed(decoded.text));
    require(decoded.impossible <= bytes.size());
    const Likeness like = likeness(decoded.text);
    require(like.sum >= 0 && like.share() <= 1);
  }
  const Charset charset = detect_charset(bytes);
  if (fuzz::is_well_formed(bytes)) require(charset == Charset::utf8);
  std::string text(bytes);
  const Conversion how = to_utf8_in_place(text, std::nullopt);
  require(how.from == charset && fuzz::is_well_formed(text));
  return 0;
}
