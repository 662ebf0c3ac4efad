// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "indexer/input/tables/csv_rows.h"
#include "tests/fuzz/require.h"
#include "tests/indexer/input/memory_source.h"

using namespace timbao;
using fuzz::require;

// The rows of any file, with any separator and limit (the first byte): in the order of their lines, each begun by a line of
// its own, within the limits, and the same whatever pieces the file comes in.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view bytes = fuzz::text_of(data, size);
  const unsigned choice = fuzz::take_byte(bytes);
  const CsvRows::Shape shape{choice % 2 == 0 ? 4096U : choice / 2, ",;\t|"[choice % 4]};
  const auto lines = static_cast<std::uint64_t>(std::count(bytes.begin(), bytes.end(), '\n')) + 1;
  test::MemorySource source(bytes), slow_source(bytes, 1);
  BufferedInput input(source), slow_input(slow_source);
  CsvRows rows(input, shape), slow(slow_input, shape);
  std::uint64_t line = 0;
  while (rows.next()) {
    require(slow.next() && slow.kind() == rows.kind() && slow.line() == rows.line());
    require(rows.line() > line && rows.line() <= lines);
    line = rows.line();
    if (rows.kind() != CsvRows::Kind::whole) continue;
    require(slow.cells() == rows.cells() && rows.cells().size() <= kMostCells);
    std::size_t cell_bytes = 0;
    for (const std::string& cell : rows.cells()) cell_bytes += cell.size();
    require(cell_bytes <= 2 * shape.limit_bytes);
  }
  require(!slow.next());
  return 0;
}
