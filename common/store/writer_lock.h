// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <utility>

#include "common/store/descriptor.h"

namespace timbao {

/// How long to wait for another writer.
struct LockWait {
  std::chrono::milliseconds limit{0};
  std::function<bool()> stop_asked;  ///< ends the waiting when it returns true, as after Ctrl-C; may be empty
};

/// The lock of an index's only writer. It is held as long as this object lives, and the kernel releases it when the
/// process dies, so none is ever left over. While it is held, DIR/lock says which process holds it and since when.
///
///   const WriterLock lock("/var/lib/timbao", {std::chrono::seconds(5), {}});
///
/// Takes    DIR, which is made if it does not exist; how long to wait.
/// Errors   Error(locked) when the waiting is over, with the holder's process id and start if that process is alive;
///          Error(interrupted) when the waiting was ended; Error(index_failed) when DIR is something else, or DIR/lock is
///          no regular file or has a content that no lock has; Error(io_failed) when the lock cannot be made.
/// Source   a write lock of the open file description (fcntl, F_OFD_SETLK). Only a process that may write the file can
///          take it, so a reader cannot keep writers out. Covered by writer_lock_test and tests/cli.
class WriterLock {
 public:
  explicit WriterLock(const std::string& directory, const LockWait& wait = {});

 private:
  friend std::unique_ptr<WriterLock> lock_if_writable(const std::string& directory, const LockWait& wait);
  explicit WriterLock(Descriptor file) : file_(std::move(file)) {}

  Descriptor file_;
};

/// Takes the same lock for a command that only reads (`check`, `dump`), so that no writer changes the index meanwhile.
///
/// Returns  nothing where the lock may not be written, as on a read-only medium or in another user's index. The command
///          then goes on without the lock, and reads again when a writer has published (index_stamp.h).
/// Errors   as WriterLock.
std::unique_ptr<WriterLock> lock_if_writable(const std::string& directory, const LockWait& wait);

}  // namespace timbao
