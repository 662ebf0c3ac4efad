// SPDX-License-Identifier: GPL-2.0-or-later
#include <cstddef>
#include <cstdint>
#include <string>

#include "tests/fuzz/pages_of.h"
#include "tests/fuzz/require.h"

namespace {

using namespace timbao;

std::string pages_in_pieces(const std::string& bytes, std::size_t piece_bytes) {
  test::MemorySource source(bytes, piece_bytes);
  std::string pages = fuzz::pages_of(source);
  fuzz::require(source.state() != SourceState::open);
  return pages;
}

}  // namespace

// Whatever stands behind the beginning of a saved page, the same pages come out however it arrives.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string bytes("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n");
  bytes += fuzz::text_of(data, size);
  fuzz::require(pages_in_pieces(bytes, 1) == pages_in_pieces(bytes, bytes.size()));
  return 0;
}
