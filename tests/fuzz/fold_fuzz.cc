// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/fold.h"

#include "common/base/utf8.h"
#include "tests/fuzz/require.h"

namespace {

using timbao::fuzz::require;

}  // namespace

// Folding is idempotent and well formed; its offsets never fall and lie in the text.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = timbao::fuzz::text_of(data, size);
  const timbao::FoldedText folded = timbao::fold(text);
  require(folded.offsets.size() == folded.text.size());
  require(timbao::well_formed_prefix(folded.text) == folded.text.size());
  require(timbao::fold_text(text) == folded.text);
  require(timbao::fold_text(folded.text) == folded.text);
  std::uint32_t before = 0;
  for (const std::uint32_t offset : folded.offsets) {
    require(before <= offset && offset < size);
    before = offset;
  }
  const std::string letters = timbao::canonical(text);
  require(timbao::canonical(letters) == letters);
  return 0;
}
