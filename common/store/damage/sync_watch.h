// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

namespace timbao {

/// Notes whether a sync of a file fails while this is alive. Xapian 1.4.22 ignores a failed fdatasync() where it merges
/// and compacts; a later sync of the same file then succeeds on Linux, although pages of it are lost. So sync_watch.cc
/// defines fdatasync() for the whole program, as glass_guard.h does pread(): it syncs, and notes the first failure.
///
///   const SyncWatch watch;
///   database.compact(target);
///   if (watch.error() != 0) …
///
/// Threads  each notes the failures of its own syncs. Objects may be nested; each sees the failures in its own life.
/// Source   xapian-core/backends/glass/glass_compact.cc (1.4.22). Covered by tests/fault/failed_sync_test.
class SyncWatch {
 public:
  SyncWatch();
  ~SyncWatch();
  SyncWatch(const SyncWatch&) = delete;
  SyncWatch& operator=(const SyncWatch&) = delete;

  /// errno of the first sync that failed; 0 where none has, and in a build without the guard.
  [[nodiscard]] int error() const;

 private:
  int before_;
};

}  // namespace timbao
