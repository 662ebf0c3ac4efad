// SPDX-License-Identifier: GPL-2.0-or-later
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/input/article/article_jsonl_keys.h"
#include "tests/fuzz/require.h"

using namespace timbao;
using fuzz::require;

// Any key of a record has a meaning, which case, underscores, hyphens, dots and spaces do not change.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view key = fuzz::text_of(data, size);
  const std::string plain = plain_key(key);
  require(plain_key(plain) == plain && fuzz::is_well_formed(plain));
  require(plain.find_first_of("_-. \t\r\nABCDEFGHIJKLMNOPQRSTUVWXYZ") == std::string::npos);
  std::string spread;
  for (const char letter : plain) spread += letter >= 0 ? std::string(1, letter) + '_' : std::string(1, letter);
  require(plain_key(spread) == plain);
  const KeyMeaning meaning = meaning_of(key), plain_meaning = meaning_of(plain);
  require(static_cast<std::size_t>(meaning.part) < kParts);
  if (key != "_id") require(meaning.part == plain_meaning.part && meaning.rank == plain_meaning.rank);
  return 0;
}
