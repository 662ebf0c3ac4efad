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

/// What stat(2) says of a file: it shows without opening the file whether it has changed since it was last read. All
/// members are 0 for what is no regular file.
///
/// Source   stat(2); how the ledger uses it stands in indexer/ledger/seen_files.h.
struct FileStamp {
  std::uint64_t bytes = 0;
  std::int64_t changed_ns = 0;  ///< its mtime, in nanoseconds since 1970
  std::int64_t status_ns = 0;   ///< its ctime: a program can set an mtime back, but not this
  std::uint64_t inode = 0;
};

/// Whether all members are equal.
bool operator==(const FileStamp& a, const FileStamp& b);

/// A file that is to be read.
///
///   {"../news/a.txt", "/archive/news/a.txt", {1804, …}, 66305}
struct SourceFile {
  std::string path;          ///< what to open, as the user named it; "-" is standard input
  std::string name;          ///< its one spelling (source_name()): absolute and clean, or relative to --root
  FileStamp stamp;           ///< as it was when the file was listed
  std::uint64_t device = 0;  ///< the file system's number; device and inode identify a file whatever its name is
};

/// A list of files in little memory, since an archive may have millions of them: 48 bytes for each file and the last
/// part of its name, and each folder once.
///
///   SourceFiles files; files.add(file); files.sort();
///   for (std::size_t at = 0; at < files.size(); ++at) { const SourceFile file = files[at]; … }
///
/// Takes    files with any bytes in their paths, in any order, also the same one several times.
/// Errors   none.
/// Threads  one thread at a time.
/// Source   covered by source_files_test.
class SourceFiles {
 public:
  void add(const SourceFile& file);

  /// Sorts the files by name and drops all but one of equal names. To be called after the last add().
  void sort();

  [[nodiscard]] std::size_t size() const { return rows_.size(); }

  /// The file at a place below size(), put together from its folder and the last part of its name.
  [[nodiscard]] SourceFile operator[](std::size_t at) const;

  /// Whether a file has this name. The list must be sorted.
  [[nodiscard]] bool contains(std::string_view name) const;

  [[nodiscard]] std::uint64_t bytes() const;       ///< the size of all files together
  [[nodiscard]] std::size_t memory_bytes() const;  ///< about what this list takes

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
