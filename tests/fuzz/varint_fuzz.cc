// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/base/varint.h"

#include "tests/fuzz/require.h"

using namespace timbao;
using fuzz::require;

// Any bytes as a row of numbers and texts: none is read beyond the end, and what was read and is written again is read
// as the same.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view rest = fuzz::text_of(data, size);
  while (!rest.empty()) {
    const std::string_view before = rest;
    const std::optional<std::uint64_t> number = take_varint(rest);
    if (!number) {
      require(rest == before);
      break;
    }
    require(rest.size() < before.size() && before.size() - rest.size() <= kMostVarintBytes);
    std::string again;
    append_varint(again, *number);
    require(again.size() <= before.size() - rest.size());
    std::string_view read_again = again;
    require(take_varint(read_again) == number && read_again.empty());
    if (const std::optional<std::string_view> text = take_sized(rest))
      require(text->data() + text->size() <= rest.data());
  }
  return 0;
}
