// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/syllable.h"

#include "common/text/fold.h"
#include "tests/fuzz/require.h"

namespace {

using timbao::fuzz::require;

void check(std::string_view word) {
  const std::string key = timbao::exact_key(word);
  const auto syllable = timbao::parse_syllable(word);
  if (!syllable) return require(key == word);
  require(!syllable->rime.empty());
  require(syllable->letters.compare(0, syllable->onset.size(), syllable->onset) == 0);
  require(timbao::parse_syllable(syllable->letters).has_value() || syllable->tone != timbao::Tone::ngang);
  require(timbao::fold_text(syllable->letters) == timbao::fold_text(word));
  require(key.compare(0, syllable->letters.size(), syllable->letters) == 0);
}

}  // namespace

// Any bytes are a syllable that folds as they do, or none; raw, and as canonical text.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = timbao::fuzz::text_of(data, size);
  check(text);
  check(timbao::canonical(text));
  return 0;
}
