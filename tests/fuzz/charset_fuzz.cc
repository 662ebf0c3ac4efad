// SPDX-License-Identifier: GPL-2.0-or-later
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/input/charset/decode.h"
#include "indexer/input/charset/detect.h"
#include "indexer/input/charset/likeness.h"
#include "indexer/input/charset/restore.h"
#include "indexer/input/charset/to_utf8.h"
#include "tests/fuzz/require.h"

using namespace timbao;
using fuzz::require;

namespace {

/// Restored text is well-formed, is not restored any further, and is hardly longer than it was.
void check_restoring(const std::string& text) {
  std::string once = text;
  restore_letters(once);
  require(fuzz::is_well_formed(once));
  require(once.size() <= 3 * text.size());
  std::string twice = once;
  require(!restored_remark(restore_letters(twice)).has_value());
  require(twice == once);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  for (const auto& row : kCharsetNames) {
    const DecodedText decoded = decode(bytes, row.value);
    require(fuzz::is_well_formed(decoded.text));
    require(decoded.impossible <= bytes.size());
    const Likeness like = likeness(decoded.text);
    require(like.sum >= 0 && like.share() <= 1);
  }
  if (fuzz::is_well_formed(bytes)) require(detect_charset(bytes).charset == Charset::utf8);
  std::string text(bytes);
  to_utf8_in_place(text, std::nullopt);
  require(fuzz::is_well_formed(text));
  require(text.size() <= 3 * bytes.size());
  check_restoring(text);
  return 0;
}
