// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/files/source_files.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace timbao {
namespace {

constexpr std::size_t kMemoryOfFolder = 150;  // of a folder, in addition to its two strings and its key

/// The part of a path behind its last slash.
std::string_view last_part_of(std::string_view path) { return path.substr(path.rfind('/') + 1); }

/// Compares a1 + a2 with b1 + b2.
int compare_joined(std::string_view a1, std::string_view a2, std::string_view b1, std::string_view b2) {
  const std::size_t common = std::min(a1.size(), b1.size());
  if (const int order = a1.substr(0, common).compare(b1.substr(0, common)); order != 0) return order;
  const std::string a = std::string(a1.substr(common)).append(a2), b = std::string(b1.substr(common)).append(b2);
  return a.compare(b);
}

}  // namespace

bool operator==(const FileStamp& a, const FileStamp& b) {
  return a.bytes == b.bytes && a.changed_ns == b.changed_ns && a.status_ns == b.status_ns && a.inode == b.inode;
}

void SourceFiles::add(const SourceFile& file) {
  std::string_view last = last_part_of(file.name);
  // The last parts of path and name differ where the path is no UTF-8. Path and name are then held whole, as folders.
  if (last != last_part_of(file.path) || last.size() > std::numeric_limits<std::uint16_t>::max()) last = {};
  Row row;
  row.stamp = file.stamp;
  row.device = device_number(file.device);
  row.folder = folder_number(
      {file.path.substr(0, file.path.size() - last.size()), file.name.substr(0, file.name.size() - last.size())});
  row.begin = parts_.size();
  row.length = static_cast<std::uint16_t>(last.size());
  parts_ += last;
  rows_.push_back(row);
}

void SourceFiles::sort() {
  std::sort(rows_.begin(), rows_.end(), [this](const Row& a, const Row& b) { return compare(a, b) < 0; });
  const auto is_same = [this](const Row& a, const Row& b) { return compare(a, b) == 0; };
  rows_.erase(std::unique(rows_.begin(), rows_.end(), is_same), rows_.end());
}

SourceFile SourceFiles::operator[](std::size_t at) const {
  const Row& row = rows_[at];
  const Folder& folder = folders_[row.folder];
  const std::string last(last_part(row));
  return {folder.path + last, folder.name + last, row.stamp, devices_[row.device]};
}

bool SourceFiles::contains(std::string_view name) const {
  const auto found =
      std::lower_bound(rows_.begin(), rows_.end(), name,
                       [this](const Row& row, std::string_view wanted) { return compare(row, wanted, {}) < 0; });
  return found != rows_.end() && compare(*found, name, {}) == 0;
}

std::uint64_t SourceFiles::bytes() const {
  std::uint64_t sum = 0;
  for (const Row& row : rows_) sum += row.stamp.bytes;
  return sum;
}

std::size_t SourceFiles::memory_bytes() const {
  std::size_t sum = rows_.size() * sizeof(Row) + parts_.capacity();
  for (const Folder& folder : folders_) sum += kMemoryOfFolder + 2 * (folder.path.size() + folder.name.size());
  return sum;
}

std::uint32_t SourceFiles::folder_number(Folder folder) {
  std::string key = folder.path + '\0' + folder.name;
  const auto [found, is_new] = numbers_.emplace(std::move(key), static_cast<std::uint32_t>(folders_.size()));
  if (is_new) folders_.push_back(std::move(folder));
  return found->second;
}

std::uint16_t SourceFiles::device_number(std::uint64_t device) {
  constexpr std::size_t kMostDevices = std::numeric_limits<std::uint16_t>::max();
  const auto known = std::find(devices_.begin(), devices_.end(), device);
  if (known != devices_.end()) return static_cast<std::uint16_t>(known - devices_.begin());
  if (devices_.size() < kMostDevices) devices_.push_back(device);
  return static_cast<std::uint16_t>(devices_.size() - 1);
}

std::string_view SourceFiles::last_part(const Row& row) const {
  return std::string_view(parts_).substr(row.begin, row.length);
}

int SourceFiles::compare(const Row& row, std::string_view folder, std::string_view last) const {
  return compare_joined(folders_[row.folder].name, last_part(row), folder, last);
}

int SourceFiles::compare(const Row& a, const Row& b) const {
  if (a.folder == b.folder) return last_part(a).compare(last_part(b));
  return compare(a, folders_[b.folder].name, last_part(b));
}

}  // namespace timbao
