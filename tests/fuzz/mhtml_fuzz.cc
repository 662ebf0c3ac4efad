// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/input/containers/unpack.h"
#include "tests/fuzz/require.h"
#include "tests/indexer/input/memory_source.h"

namespace {

using namespace timbao;
using fuzz::require;

std::string pages_of(const std::string& bytes, std::size_t piece_bytes) {
  std::string pages;
  UnpackEvents events;
  events.read = [&pages](const UnpackedFile& file) {
    require(fuzz::is_well_formed(file.inner));
    pages += file.inner + '\n' + test::read_all(file.bytes) + '\n';
  };
  events.pass_over = [](NoticeKind, const std::string& inner) { require(fuzz::is_well_formed(inner)); };
  events.reject = [](const Rejected& rejected) { require(!rejected.detail.empty()); };
  test::MemorySource source(bytes, piece_bytes);
  unpack({source, "input"}, {4U << 20U, {}}, events);
  require(source.state() != SourceState::open);
  return pages;
}

}  // namespace

// Whatever stands behind the beginning of a saved page, the same pages come out however it arrives.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string bytes("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n");
  bytes += fuzz::text_of(data, size);
  require(pages_of(bytes, 1) == pages_of(bytes, bytes.size()));
  return 0;
}
