// SPDX-License-Identifier: GPL-2.0-or-later
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/input/html/html_signs.h"
#include "tests/fuzz/require.h"

using namespace timbao;
using fuzz::require;

// Signs of HTML are found wherever they stand, and nowhere where there is neither < nor &.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::text_of(data, size);
  const bool has_signs = looks_like_html(text);
  if (text.find_first_of("<&") == text.npos) require(!has_signs);
  if (has_signs) require(looks_like_html("Tin: " + std::string(text) + " mưa lớn"));
  require(looks_like_html(std::string(text) + "<p>"));
  return 0;
}
