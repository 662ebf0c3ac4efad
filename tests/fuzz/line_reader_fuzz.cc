// SPDX-License-Identifier: GPL-2.0-or-later
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "common/base/ascii.h"
#include "common/base/utf8.h"
#include "indexer/input/files/line_reader.h"
#include "tests/fuzz/require.h"
#include "tests/indexer/input/memory_source.h"

namespace {

using namespace timbao;
using fuzz::require;

/// A line as LineReader's header describes it.
std::string_view expected_line(std::string_view line) {
  if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
  while (starts_with(line, kByteOrderMark)) line.remove_prefix(kByteOrderMark.size());
  return line;
}

}  // namespace

// The lines of any file, one after the other; those over the limit (the first byte) are told.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view bytes = fuzz::text_of(data, size);
  const std::size_t limit = fuzz::take_byte(bytes), piece_bytes = limit % 3 == 0 ? 1 : 4096;
  test::MemorySource source(bytes, piece_bytes);
  BufferedInput input(source);
  LineReader lines(input, limit);
  std::uint64_t number = 0;
  while (lines.next()) {
    require(!bytes.empty() && lines.number() == ++number);
    const std::string_view line = fuzz::take_until(bytes, '\n');
    require(lines.is_too_long() == (line.size() > limit));
    require(lines.text() == (lines.is_too_long() ? std::string_view() : expected_line(line)));
  }
  require(bytes.empty());
  return 0;
}
