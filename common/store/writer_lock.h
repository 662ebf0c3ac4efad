// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>

#include "common/store/descriptor.h"

namespace timbao {

/// How long to wait for another writer.
struct LockWait {
  std::chrono::milliseconds limit{0};
  std::function<bool()> stop_asked;  ///< ends the waiting, as after Ctrl-C; may be empty
};

/// The writer's kernel lock on DIR/lock, held for as long as this lives; a process that dies leaves none. While it is
/// held, the file says by which process and since when. It is a write lock of an open file description (fcntl,
/// F_OFD_SETLK), which only who may write the file can take: readers cannot keep writers out.
///
///   const WriterLock lock("/var/lib/timbao", {std::chrono::seconds(5), {}});
///
/// Takes    DIR, which is made if it does not exist.
/// Errors   Error(locked) that names the holder's process id and start, if that process lives, when the waiting is
///          over; Error(interrupted) when it was ended; Error(index_failed) when DIR is something else, or DIR/lock no
///          regular file, or one with a content that is not a lock's; Error(io_failed) when it cannot be made.
class WriterLock {
 public:
  explicit WriterLock(const std::string& directory, const LockWait& wait = {});

 private:
  friend std::unique_ptr<WriterLock> lock_if_writable(const std::string& directory, const LockWait& wait);
  explicit WriterLock(Descriptor file) : file_(std::move(file)) {}

  Descriptor file_;
};

/// The same lock for a command that only reads, so that no writer changes the index meanwhile.
///
/// Returns  nothing where the lock may not be written (a read-only medium, another user's index): who cannot write
///          goes on without, and copes with a writer as IndexReader does.
/// Errors   as WriterLock.
std::unique_ptr<WriterLock> lock_if_writable(const std::string& directory, const LockWait& wait);

}  // namespace timbao
