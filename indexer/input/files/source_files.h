// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace timbao {

/// What tells without opening a file whether it is as it was; all 0 for what is no regular file.
struct FileStamp {
  std::uint64_t bytes = 0;
  std::int64_t changed_ns = 0;  ///< its mtime, nanoseconds since 1970
  std::int64_t status_ns = 0;   ///< its ctime: a program can set an mtime back, not this
  std::uint64_t inode = 0;
};
bool operator==(const FileStamp& a, const FileStamp& b);

/// A file that is to be read.
struct SourceFile {
  std::string path;  ///< to open; "-": standard input
  std::string name;  ///< the same file always has the same: absolute and lexically clean, or relative to the root
  FileStamp stamp;   ///< when it was listed
  std::uint64_t device = 0;  ///< of the file system; with the inode it tells the file, whatever its name
};

/// Files in little memory, since an archive may have millions: 48 bytes each and the last part of its name; folders are
/// kept once.
///
///   SourceFiles files; files.add(file); files.sort();
///   for (std::size_t at = 0; at < files.size(); ++at) { const SourceFile file = files[at]; … }
class SourceFiles {
 public:
  void add(const SourceFile& file);

  /// To be called after the last add(): by name, each name once.
  void sort();

  [[nodiscard]] std::size_t size() const { return rows_.size(); }
  [[nodiscard]] SourceFile operator[](std::size_t at) const;
  [[nodiscard]] bool contains(std::string_view name) const;  ///< of sorted ones
  [[nodiscard]] std::uint64_t bytes() const;                 ///< of all files together
  [[nodiscard]] std::size_t memory_bytes() const;            ///< about what this takes

 private:
  struct Folder {
    std::string path, name;  // what stands before the last part
  };
  struct Row {
    FileStamp stamp;
    std::uint64_t begin = 0;  // of the last part, in parts_
    std::uint32_t folder = 0;
    std::uint16_t length = 0, device = 0;  // the device's number in devices_
  };

  std::uint32_t folder_number(Folder folder);
  std::uint16_t device_number(std::uint64_t device);
  [[nodiscard]] std::string_view last_part(const Row& row) const;
  [[nodiscard]] int compare(const Row& row, std::string_view folder, std::string_view last) const;
  [[nodiscard]] int compare(const Row& a, const Row& b) const;

  std::deque<Row> rows_;  // not a vector: to grow it would take twice its memory
  std::string parts_;
  std::vector<Folder> folders_;
  std::vector<std::uint64_t> devices_;
  std::unordered_map<std::string, std::uint32_t> numbers_;  // of folders
};

}  // namespace timbao
