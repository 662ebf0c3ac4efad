// SPDX-License-Identifier: GPL-2.0-or-later
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/ledger/ledger.h"
#include "tests/fuzz/require.h"

namespace {

using namespace timbao;
using fuzz::require;

void check_round_trip(const FileRecord& record) {
  const std::optional<FileRecord> again = decode_record(encode_record(record));
  require(again && *again == record);
}

/// Eight bytes off the front as a number; zeros where there are fewer.
std::uint64_t take_number(std::string_view& bytes) {
  std::uint64_t number = 0;
  for (int i = 0; i < 8; ++i) number = number << 8U | fuzz::take_byte(bytes);
  return number;
}

FileRecord take_record(std::string_view& bytes) {
  FileRecord record;
  record.stamp = {take_number(bytes), static_cast<std::int64_t>(take_number(bytes)),
                  static_cast<std::int64_t>(take_number(bytes)), take_number(bytes)};
  for (auto* number : {&record.content, &record.way, &record.settings, &record.root, &record.articles, &record.kept_out,
                       &record.repeated})
    *number = take_number(bytes);
  record.name = fuzz::take_until(bytes, '\n');
  return record;
}

}  // namespace

// Any bytes are a record or none; records are read back as they were, each alone and in a row.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = fuzz::text_of(data, size);
  if (const std::optional<FileRecord> record = decode_record(bytes)) check_round_trip(*record);
  std::vector<FileRecord> expected, found;
  FileRecords records;
  for (std::string_view rest = bytes; !rest.empty();) {
    expected.push_back(take_record(rest));
    check_round_trip(expected.back());
    records.add(expected.back());
  }
  records.for_each([&](const FileRecord& record) { found.push_back(record); });
  require(found == expected && records.empty() == expected.empty());
  return 0;
}
