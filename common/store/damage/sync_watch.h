// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

namespace timbao {

/// Notes whether a sync of a file fails while this lives. Xapian 1.4.22 passes over a failed fdatasync() where it
/// merges and compacts; a later sync of the same file then succeeds on Linux, though pages of it are lost. So
/// sync_watch.cc defines fdatasync() for the whole program, as glass_guard.h does with pread(): it syncs, and notes
/// what failed.
///
///   const SyncWatch watch;
///   database.compact(target);
///   if (watch.error() != 0) …
///
/// Threads  each notes what fails in its own.
class SyncWatch {
 public:
  SyncWatch();
  ~SyncWatch();
  SyncWatch(const SyncWatch&) = delete;
  SyncWatch& operator=(const SyncWatch&) = delete;

  [[nodiscard]] int error() const;  ///< errno of the first sync that failed; 0: none has

 private:
  int before_;
};

}  // namespace timbao
