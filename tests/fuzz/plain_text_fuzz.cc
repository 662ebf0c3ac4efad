// SPDX-License-Identifier: GPL-2.0-or-later
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/input/files/binary.h"
#include "indexer/input/text/plain_text.h"
#include "tests/fuzz/require.h"

namespace {

using namespace timbao;
using fuzz::require;

/// Parts stand in their order in the text, none is empty, and each is trimmed.
void check_parts(std::string_view text, const std::vector<std::string_view>& parts) {
  const char* end = text.data();
  for (const std::string_view part : parts) {
    require(!part.empty() && part.data() >= end && trim(part) == part);
    end = part.data() + part.size();
  }
  require(end <= text.data() + text.size());
}

}  // namespace

// Paragraphs and words of any text: in their order, complete, and found again in their own text.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view raw = fuzz::text_of(data, size);
  static_cast<void>(what_is_binary(raw));
  const std::string text = repair_utf8(raw).text;
  require(trim(trim(text)) == trim(text));
  const std::vector<std::string_view> paragraphs = paragraphs_of(text), words = words_of(text);
  check_parts(text, paragraphs);
  check_parts(text, words);
  require(paragraphs.empty() == trim(text).empty() && words.empty() == trim(text).empty());
  const std::string lines = join(paragraphs, "\n"), line = join(words, " ");
  require(paragraphs_of(lines) == paragraphs && words_of(line) == words);
  return 0;
}
