// SPDX-License-Identifier: GPL-2.0-or-later
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/input/containers/unpack.h"
#include "indexer/input/files/file_source.h"
#include "indexer/input/files/metered_source.h"
#include "tests/fuzz/memory_file.h"
#include "tests/fuzz/require.h"

namespace {

using namespace timbao;
using fuzz::require;

constexpr std::size_t kMemory = 4U << 20U;

struct Found {
  std::vector<std::string> inner;
  std::size_t bytes = 0, told = 0;
};

Found unpack_file(const fuzz::MemoryFile& file) {
  Found found;
  const OpenedSource opened = open_source(file.path(), {});
  MeteredSource source(*std::get<std::unique_ptr<ByteSource>>(opened));
  UnpackEvents events;
  events.read = [&found](const UnpackedFile& one) {
    found.inner.push_back(one.inner);
    std::string piece(1U << 16U, ' ');
    while (const std::size_t count = one.bytes.read(piece.data(), piece.size())) found.bytes += count;
    require(one.bytes.state() != SourceState::open);
  };
  events.pass_over = [&found](NoticeKind, const std::string& inner) { found.inner.push_back(inner); };
  events.reject = [&found](const Rejected& rejected) {
    ++found.told;
    found.inner.push_back(rejected.inner);
    require(!rejected.detail.empty());
  };
  const UnpackReport report = unpack({source, "input"}, {kMemory, {{"*"}, {}}}, events);
  require(report.is_whole || report.is_container);
  return found;
}

}  // namespace

// Any bytes are a file, or a container of files with names of well-formed UTF-8; the same comes out when it is read again.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const fuzz::MemoryFile file(fuzz::text_of(data, size));
  const Found found = unpack_file(file), again = unpack_file(file);
  for (const std::string& inner : found.inner) require(fuzz::is_well_formed(inner));
  require(found.inner == again.inner && found.bytes == again.bytes && found.told == again.told);
  return 0;
}
