// SPDX-License-Identifier: GPL-2.0-or-later
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "common/base/json.h"
#include "indexer/input/json/json_scan.h"
#include "indexer/input/json/json_table.h"
#include "tests/fuzz/require.h"

using namespace timbao;
using fuzz::require;

// Any text that begins like a table has rows, of which each is an object; those of a table that is JSON are JSON.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = without_leading_space(fuzz::text_of(data, size));
  const bool is_table = begins_json_table(text);
  const JsonTable table(text);
  const bool is_json = is_table && Json::accept(text);
  std::size_t cell_bytes = 0;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const std::string record = table.record(row);
    require(record.front() == '{' && record.back() == '}');
    if (is_json && first_row_of_table(text).empty()) require(Json::accept(record));
    cell_bytes += record.size();
  }
  require(cell_bytes <= (text.size() + 2) * (text.size() + 2));
  return 0;
}
