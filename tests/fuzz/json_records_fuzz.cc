// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/input/json/json_records.h"
#include "tests/fuzz/require.h"
#include "tests/indexer/input/memory_source.h"

using namespace timbao;
using fuzz::require;

// The records of any file: numbered, in their order, within the limit (the first byte), and as they stand in the file.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view bytes = fuzz::text_of(data, size);
  const unsigned choice = fuzz::take_byte(bytes);
  const std::size_t limit = choice % 2 == 0 ? 4096 : choice / 2, piece_bytes = choice % 3 == 0 ? 1 : 4096;
  const auto lines = static_cast<std::uint64_t>(std::count(bytes.begin(), bytes.end(), '\n')) + 1;
  test::MemorySource source(bytes, piece_bytes);
  BufferedInput input(source);
  JsonRecords records(input, limit);
  std::uint64_t number = 0, line = 1;
  while (records.next()) {
    require(records.number() == ++number && number <= bytes.size());
    require(records.line() >= line && records.line() <= lines);
    line = records.line();
    const std::string text = records.text();
    require(text.size() <= limit && text.empty() == records.is_too_long());
    require(bytes.find(text) != std::string_view::npos);
    if (!is_json_object(text)) records.restart_inside();
  }
  return 0;
}
