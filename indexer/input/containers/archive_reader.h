// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "indexer/input/files/byte_source.h"
#include "indexer/input/files/container.h"

namespace timbao {

/// What an entry of an archive is.
enum class EntryKind : std::uint8_t {
  file,
  folder,
  link,   ///< to another name, symbolic or hard
  other,  ///< a device, a pipe, a socket
};

/// One entry of an archive.
struct ArchiveEntry {
  std::string name;  ///< as the archive has it: any bytes, never used to open anything
  EntryKind kind = EntryKind::file;
  bool is_encrypted = false;
  std::optional<std::uint64_t> size_bytes;  ///< where the archive says so before the entry is unpacked
  std::string unread;                       ///< why the entry cannot be unpacked; empty where it can
};

/// How an archive has ended.
enum class ArchiveEnd : std::uint8_t {
  open,    ///< more entries may follow
  whole,   ///< its end was reached
  broken,  ///< it cannot be read further; ArchiveReader::failure() says why
};

/// Reads the entries of a zip, tar or 7z archive one after another, in the order in which they stand there, without
/// writing any of it to disk and without holding more than an entry's header.
///
///   ArchiveReader archive(file, Container::zip);
///   while (std::optional<ArchiveEntry> entry = archive.next())
///     if (entry->kind == EntryKind::file) read(archive.data());
///
/// A zip in a file that can seek is read by the list at its end, else by what stands before each entry. 7z needs a file
/// that can seek.
///
/// Takes    a source that outlives this one and that nobody else reads. A name is in UTF-8 where the archive says so.
/// Errors   none is thrown but std::bad_alloc.
/// Threads  one thread at a time. The thread's locale is another one during each call: libarchive converts names by it.
/// Source   libarchive 3.6, of which only the named format is switched on and no filter, so that it starts no program.
///          Covered by unpack_test and container_fuzz.
class ArchiveReader {
 public:
  ArchiveReader(ByteSource& from, Container format);
  ~ArchiveReader();
  ArchiveReader(const ArchiveReader&) = delete;
  ArchiveReader& operator=(const ArchiveReader&) = delete;

  /// Goes to the next entry. What was not read of the one before is passed over.
  ///
  /// Returns  nothing at the end, and where the archive cannot be read further: end() tells which.
  std::optional<ArchiveEntry> next();

  /// What the entry holds that next() gave last. Valid until the next call of next().
  ByteSource& data();

  [[nodiscard]] ArchiveEnd end() const;

  /// Why the archive cannot be read further, as the reason and one line; nothing unless end() is `broken`. What the
  /// source of the archive has to say is that one's to tell.
  [[nodiscard]] std::optional<Rejected> failure() const;

 private:
  class Data;
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace timbao
