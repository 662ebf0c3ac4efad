// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/ledger/file_records.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <tuple>
#include <type_traits>

#include "common/base/varint.h"

namespace timbao {
namespace {

/// The next number of bytes that add() wrote, which are never cut short.
std::uint64_t next_number(std::string_view& bytes) { return take_varint(bytes).value_or(0); }

std::size_t common_beginning(const std::string& a, const std::string& b) {
  const auto limit = static_cast<std::ptrdiff_t>(std::min(a.size(), b.size()));
  return static_cast<std::size_t>(std::mismatch(a.begin(), a.begin() + limit, b.begin()).first - a.begin());
}

}  // namespace

bool operator==(const FileRecord& a, const FileRecord& b) {
  const auto as_tuple = [](const FileRecord& r) {
    return std::tie(r.name, r.content, r.way, r.settings, r.root, r.articles, r.kept_out, r.repeated);
  };
  return a.stamp == b.stamp && as_tuple(a) == as_tuple(b);
}

FileRecords::FileRecords(std::initializer_list<FileRecord> records) {
  for (const FileRecord& record : records) add(record);
}

void FileRecords::add(const FileRecord& record) {
  const std::size_t common = common_beginning(record.name, last_.name);
  append_varint(bytes_, common);
  append_sized(bytes_, std::string_view(record.name).substr(common));
  std::array<std::uint64_t, kNumbersOfFile> before{};  // each number is stored as the bits that differ
  std::size_t place = 0;
  for_each_number(last_, [&](const auto& number) { before[place++] = static_cast<std::uint64_t>(number); });
  place = 0;
  for_each_number(
      record, [&](const auto& number) { append_varint(bytes_, static_cast<std::uint64_t>(number) ^ before[place++]); });
  last_ = record;
}

void FileRecords::for_each(const std::function<void(const FileRecord&)>& use) const {
  FileRecord record;
  for (std::string_view bytes = bytes_; !bytes.empty();) {
    record.name.resize(next_number(bytes));
    record.name += take_sized(bytes).value_or(std::string_view());
    for_each_number(record, [&](auto& number) {
      number = static_cast<std::decay_t<decltype(number)>>(static_cast<std::uint64_t>(number) ^ next_number(bytes));
    });
    use(record);
  }
}

}  // namespace timbao
