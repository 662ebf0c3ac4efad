// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <string>

#include "indexer/input/files/source_files.h"

namespace timbao {

/// What the index remembers of a file that was read, so that a later run need not open it.
///
/// Source   docs/index-format.md, "Ledger"; written by write_ledger(), made by FileVisit.
struct FileRecord {
  std::string name;            ///< SourceFile::name, whole
  FileStamp stamp;             ///< when it was listed; changed_ns 0: not trusted, so it will be read again
  std::uint64_t content = 0;   ///< a hash of its bytes; 0 where not all of them were read
  std::uint64_t way = 0;       ///< how it was read: ReadingWay::way
  std::uint64_t settings = 0;  ///< the way and the options that decide which articles it gives: ReadingWay::settings
  std::uint64_t root = 0;      ///< which --root its name is relative to; 0: its name is absolute
  std::uint64_t articles = 0;  ///< ids that came from it
  std::uint64_t kept_out = 0;  ///< of its ids, those with a takedown; not counted in `articles`
  std::uint64_t repeated = 0;  ///< articles whose id it has more than once, beside the first of each

  [[nodiscard]] bool is_trusted() const { return stamp.changed_ns != 0; }
};
bool operator==(const FileRecord& a, const FileRecord& b);

/// Calls `use` with each number of a record, in the order in which the index stores them. It is the one list of them.
///
///   for_each_number(record, [&bytes](const auto& number) { bytes += std::to_string(number); });
///
/// Takes    a record, const or not, and what is called kNumbersOfFile times.
constexpr std::size_t kNumbersOfFile = 11;
template <typename Record, typename Use>
void for_each_number(Record& record, const Use& use) {
  use(record.stamp.bytes);
  use(record.stamp.changed_ns);
  use(record.stamp.status_ns);
  use(record.stamp.inode);
  use(record.content);
  use(record.way);
  use(record.settings);
  use(record.root);
  use(record.articles);
  use(record.kept_out);
  use(record.repeated);
}

/// Records in little memory, since a run may read millions of files. A name is stored as what differs from the name
/// before, and each number as the bits that differ.
///
///   FileRecords records;
///   records.add(record);
///   records.for_each([](const FileRecord& record) { … });
///
/// Takes    records in any order; those that come by name take about kUsualBytes each.
/// Errors   none.
/// Threads  one.
/// Source   file_records_test covers that what is read back is equal, and the size.
class FileRecords {
 public:
  static constexpr std::size_t kUsualBytes = 64;

  FileRecords() = default;
  FileRecords(std::initializer_list<FileRecord> records);

  void add(const FileRecord& record);
  [[nodiscard]] bool empty() const { return bytes_.empty(); }

  /// Calls `use` with each record, in the order in which they were added.
  void for_each(const std::function<void(const FileRecord&)>& use) const;

 private:
  std::string bytes_;  // a row of records, each as what differs from the one before
  FileRecord last_;
};

}  // namespace timbao
