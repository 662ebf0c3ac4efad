// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/sequence.h"
#include "common/index/stored.h"

#include <cstdlib>

#include "common/base/error.h"
#include "tests/common/store/damage/forged.h"
#include "tests/fuzz/require.h"

namespace {

using timbao::Article;

/// What bytes give is an article, which is stored and read again as the same, or damage that is told.
void check_text(std::string_view bytes) {
  try {
    const Article article = timbao::decode_article(bytes);
    if (!(timbao::decode_article(timbao::encode_article(article)) == article)) std::abort();
  } catch (const timbao::Error& error) {
    if (error.code() != timbao::ExitCode::index_failed) std::abort();
  }
}

/// Counts what it visits, and reads every byte of it.
struct Counter {
  std::size_t visited = 0;
  void field(timbao::Field /*field*/) { ++visited; }
  void paragraph() { ++visited; }
  void sentence() { ++visited; }
  void joined() { ++visited; }
  void code(std::uint32_t code) {
    if (code >= timbao::sequence::kCodes) std::abort();
    ++visited;
  }
  void literal(std::string_view term) { visited += 1 + std::string(term).find('\0') % 2; }
};

}  // namespace

// Bytes as a stored text, as the fields of one (its checksum made right), and as a token sequence.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = timbao::fuzz::text_of(data, size);
  check_text(bytes);
  check_text(timbao::test::forged_text(bytes));
  Counter counter;
  timbao::walk_sequence(bytes, counter);
  if (counter.visited > 2 * size) std::abort();
  return 0;
}
