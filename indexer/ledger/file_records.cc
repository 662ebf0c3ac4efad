// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/ledger/file_records.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <tuple>
#include <type_traits>

namespace timbao {
namespace {

void put_number(std::string& bytes, std::uint64_t number) {
  for (; number >= 0x80; number >>= 7U) bytes += static_cast<char>(number | 0x80U);
  bytes += static_cast<char>(number);
}

std::uint64_t take_number(std::string_view& bytes) {
  std::uint64_t number = 0;
  for (unsigned shift = 0;; shift += 7) {
    const auto byte = static_cast<unsigned char>(bytes.front());
    bytes.remove_prefix(1);
    number |= std::uint64_t{byte & 0x7FU} << shift;
    if (byte < 0x80) return number;
  }
}

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
  put_number(bytes_, common);
  put_number(bytes_, record.name.size() - common);
  bytes_.append(record.name, common, std::string::npos);
  std::array<std::uint64_t, kNumbersOfFile> before{};  // each number is stored as the bits that differ
  std::size_t place = 0;
  for_each_number(last_, [&](const auto& number) { before[place++] = static_cast<std::uint64_t>(number); });
  place = 0;
  for_each_number(
      record, [&](const auto& number) { put_number(bytes_, static_cast<std::uint64_t>(number) ^ before[place++]); });
  last_ = record;
}

void FileRecords::for_each(const std::function<void(const FileRecord&)>& use) const {
  FileRecord record;
  for (std::string_view bytes = bytes_; !bytes.empty();) {
    record.name.resize(take_number(bytes));
    const std::size_t length = take_number(bytes);
    record.name += bytes.substr(0, length);
    bytes.remove_prefix(length);
    for_each_number(record, [&](auto& number) {
      number = static_cast<std::decay_t<decltype(number)>>(static_cast<std::uint64_t>(number) ^ take_number(bytes));
    });
    use(record);
  }
}

}  // namespace timbao
