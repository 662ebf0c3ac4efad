// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "indexer/input/tables/sql_rows.h"
#include "tests/fuzz/require.h"
#include "tests/indexer/input/memory_source.h"

using namespace timbao;
using fuzz::require;

// The rows of any file, with any limit (the first byte): in the order of their lines, within the limits, and the same
// whatever pieces the file comes in.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view bytes = fuzz::text_of(data, size);
  const unsigned choice = fuzz::take_byte(bytes);
  const std::size_t limit = choice % 2 == 0 ? 4096U : choice;
  const auto lines = static_cast<std::uint64_t>(std::count(bytes.begin(), bytes.end(), '\n')) + 1;
  test::MemorySource source(bytes), slow_source(bytes, 1);
  BufferedInput input(source), slow_input(slow_source);
  SqlRows rows(input, limit), slow(slow_input, limit);
  std::uint64_t line = 0;
  while (rows.next()) {
    require(slow.next() && slow.kind() == rows.kind() && slow.line() == rows.line() && slow.table() == rows.table());
    require(rows.line() >= line && rows.line() <= lines);
    line = rows.line();
    if (rows.kind() != SqlRows::Kind::whole) continue;
    std::size_t cell_bytes = 0;
    for (const std::string& cell : rows.cells()) cell_bytes += cell.size();
    require(cell_bytes <= limit && slow.cells() == rows.cells() && slow.columns() == rows.columns());
  }
  require(!slow.next());
  return 0;
}
